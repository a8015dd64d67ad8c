# Messages about time-stamps: what an authority signed, by RFC 3161, to say that it saw a digest at a time. A time-stamp holds,
# or it does not, or it cannot be said.

# Shown when a text should be the address of a time-stamp server and is not.
stamp-address = This is not the address of a time-stamp server.
    .do = Write it as the operator of the server publishes it: http://tsa.example.org/path, without a name or password in it.

# Shown when nothing that was checked failed, but an algorithm is not known or too weak. $id is its object identifier.
stamp-algorithm = It cannot be said whether the time-stamp holds: the algorithm { $id } is not known here, or too weak.
    .do = Check the time-stamp with another program. Ask the authority for time-stamps by SHA-256 or more.

# Shown when a file that should say who is trusted holds no certificate.
stamp-anchor = There is no certificate in the file of authorities.
    .do = Give the certificate of the authority above the time-stamp server, in PEM, as its operator publishes it.

# Shown when a part of the signature of a time-stamp is missing or wrong. $name is content-type, message-digest or
# signing-certificate.
stamp-attribute = The time-stamp does not hold: what it signs as { $name } is missing, or is not so.
    .do = Treat the time-stamp as changed or made wrongly. Ask for a new one.

# Shown when a certificate was not valid at the time that the time-stamp tells.
stamp-certificate-time = The time-stamp does not hold: a certificate was not valid at { $time }.
    .do = Ask for a new time-stamp, of another authority if this one uses certificates that have ended.

# Shown when the certificate of who signed is not one for time-stamps.
stamp-certificate-use = The time-stamp does not hold: the certificate of who signed it is not for time-stamps alone.
    .do = Use a server with a certificate for time-stamps and for nothing else.

# Shown when the certificates above the signer's do not hold. $cause is what the library says, in English.
stamp-chain = The time-stamp does not hold: its certificates do not: { $cause }.
    .do = Ask the operator of the server about its certificates, or use another server.

# Shown when a time-stamp has something that must be understood and is not. $id is its object identifier.
stamp-extension = It cannot be said whether the time-stamp holds: its extension { $id } is not known here.
    .do = Check the time-stamp with a program of the authority.

# Shown when the bytes are no time-stamp, or a changed one. $part is the part that cannot be read.
stamp-malformed = The { $part } cannot be read: it is not what RFC 3161 asks for.
    .do = Make sure that the address is that of a time-stamp server, and that the file was not changed.

# Shown when nothing says who is trusted.
stamp-no-anchor = It cannot be said whether the time-stamp holds: no certificate of an authority that you trust was given.
    .do = Give the certificate of the authority above the time-stamp server.

# Shown when a time-stamp came without the certificate of who signed it.
stamp-no-certificate = It cannot be said whether the time-stamp holds: the certificate of who signed it is not with it.
    .do = Ask for a new time-stamp with the certificate in it.

# Shown when the certificate of who signed does not lead to anybody who is trusted.
stamp-no-path = The time-stamp does not hold: none of the authorities that you trust stands above who signed it.
    .do = Make sure that you have the certificate of the right authority. If you have, do not trust this time-stamp.

# Shown when the server refused. $status is its number, $failure the reason in the words of the standard.
stamp-not-granted = The time-stamp server refused, with status { $status } and the reason { $failure }.
    .do = Ask the operator of the server. badAlg means that it takes no SHA-256, timeNotAvailable that you should try again later.

# Shown when a time-stamp is about something else.
stamp-other-imprint = The time-stamp does not hold for this: it is about other data.
    .do = Make sure that you have the right file. If you have, it was changed after the time-stamp, or never stamped.

# Shown when a time-stamp answers an earlier request, or that of somebody else.
stamp-other-nonce = The time-stamp answers another request.
    .do = Ask again. If it happens again, somebody between you and the server may be sending you old time-stamps.

# Shown when a time-stamp over another one tells an earlier time than that.
stamp-renewed-early = The time-stamp of { $renewed } is over one of { $time }, which is later.
    .do = Treat the series as changed, or the clock of an authority as wrong. Ask for a new time-stamp now.

# Shown when a time-stamp was renewed too late.
stamp-renewed-late = The time-stamp could be checked until { $ended }, and was renewed at { $renewed }, too late to say that it was there before.
    .do = Count from the time of the renewal. What the earlier time-stamp says can no longer be checked by it.

# Shown when a certificate above a time-stamp is on a list of revoked ones. $at is a time.
stamp-revoked = The time-stamp does not hold: its certificate, or one above it, was revoked at { $at }.
    .do = Count on no time-stamp by this key. If it was renewed before by another authority, show that one; otherwise ask for a new one now.

# Shown when nobody can say whether a certificate was revoked. $authority is a name, or empty.
stamp-no-revocation-list = Whether the certificate was revoked is not known: no revocation list of { $authority } for that time was at hand.
    .do = Get the list from the authority that issued the certificate (its address stands there, as CRL distribution point), one made after the time-stamp, and name it with --crl. A chain needs one list of each authority in it.

# Shown when the signature is not that of the key in the certificate.
stamp-signature = The time-stamp does not hold: its signature is not that of the authority.
    .do = Treat the time-stamp as changed or forged. Ask for a new one.

# Shown when bytes are longer than is read. $part says what they are.
stamp-too-large = The { $part } has more than { $limit } bytes, and was not read.
    .do = Make sure that the address is that of a time-stamp server, and that the file is what it is said to be.

# Shown when there are more parts than are read. $part says of what.
stamp-too-many = There are more than { $limit } of this kind: { $part }. The rest was not read.
    .do = Make sure that the address is that of a time-stamp server, and that the file is what it is said to be.
