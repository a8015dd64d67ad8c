### Messages about the machine that a node runs on: sandboxed readers, the folder lock, the local socket, passphrases,
### secure connections to other nodes and to browsers.
### Names in braces are filled in; do not translate them.

# Shown when another node answers with more than fits. $endpoint is its network address, $limit is bytes.
adapters-delivery-answer-too-large = The answer of { $endpoint } is larger than { $limit } bytes and was not taken.
    .do = Ask the other office to look at its node: a node does not answer so much.
# Shown when the connection to another node ends early. $endpoint is its network address, $cause is technical.
adapters-delivery-broken = The connection to { $endpoint } ended before there was an answer: { $cause }.
    .do = Nothing need be done: it is sent again, and the other node takes each message once. If it stays so, check the line.
# Shown when no secure connection to another node can be made. $endpoint is its network address, $cause is technical.
adapters-delivery-handshake = No secure connection to { $endpoint } could be made: { $cause }. Nothing was sent.
    .do = Check that a node of this program answers there, and that no device on the way opens secure connections.
# Shown when the other node refuses this node's key. $endpoint is its network address.
adapters-delivery-not-known = The node at { $endpoint } does not know this node's key. Nothing was taken.
    .do = Ask the other office whether the agreement is in force at its node and names this node's key of today.
# Shown when the other node refuses a message. $endpoint is its network address, $status a number, $code a word of the
# other node, or “none”.
adapters-delivery-refused = { $code ->
        [none] { $endpoint } answered with status { $status } in place of an answer.
       *[other] The node at { $endpoint } refused the exchange: { $code } (status { $status }).
    }
    .do = Look up the code, and ask the other office with it. Without a code, something other than a node answers there.
# Shown when too much is to be sent at once. $length and $limit are bytes.
adapters-delivery-request-too-large = { $length } bytes are more than the { $limit } that one exchange carries. Nothing was sent.
    .do = Send less at once, or carry the messages as a file.
# Shown when another node takes too long. $endpoint is its network address, $waiting says for what we waited.
adapters-delivery-timed-out = { $waiting ->
        [lookup] The name of { $endpoint } was not found in time.
        [connection] No connection to { $endpoint } came about in time.
        [handshake] No secure connection to { $endpoint } came about in time.
        [silence] Nothing came from { $endpoint } for too long.
       *[exchange] The exchange with { $endpoint } took too long.
    }
    .do = Nothing need be done: it is sent again. If it stays so, check the line and ask the other office.
# Shown when another node cannot be reached. $endpoint is its network address, $cause comes from the system.
adapters-delivery-unreachable = { $endpoint } cannot be reached: { $cause }. Nothing was sent.
    .do = Check the address and the line. If the other node is down, messages can be carried as a file.
# Shown when another machine answers in the place of a node. $endpoint is its network address; $expected and $found are
# long numbers.
adapters-delivery-wrong-key = What answers at { $endpoint } is not the node that the agreement names. Nothing was sent.
      Expected key: { $expected }
      Key found: { $found }
    .do = Do not go round it: somebody may stand in between. Ask the other office, by a way you trust, whether it changed its node.
# Shown when a text should be the network address of a node and is not. $text is what was given.
adapters-endpoint = “{ $text }” is no network address with a port.
    .do = Write a name or an address and a port, as in node.example.org:8471, 192.0.2.7:8471 or [2001:db8::7]:8471.
# Shown when a name and password stand in the network address of a node, as in http://name:password@host. They are not repeated.
adapters-endpoint-credentials = The network address holds a name or a password. It was not used, and is not repeated here.
    .do = Give the address without them. A Bitcoin node lets in who has its cookie (--rpc-cookie), or a name with a password in a file (--rpc-user, --rpc-password-file). Change the password: other users may have seen the command, and the shell keeps it.
# Shown when the connection between two parts of the program fails. $cause comes from the system.
adapters-frame-broken = The connection failed: { $cause }.
    .do = Run the command again. If it fails again, look at the node's log and restart the node.
# Shown when the other part of the program ended in the middle of a message.
adapters-frame-cut = The other side ended in the middle of a message.
    .do = Check that the node still runs, then run the command again.
# Shown when a message between two parts of the program is too large. $length and $limit are bytes.
adapters-frame-too-large = A message of { $length } bytes is larger than the limit of { $limit }.
    .do = Ask for less at once: a shorter period, fewer cases, or a file in place of text.
# Shown when another process already uses the node's folder. $pid is its process number, or 0 where it is not known.
adapters-lock-held = { $pid ->
        [0] Another process uses the folder { $folder }.
       *[other] The process { $pid } uses the folder { $folder }.
    }
    .do = Wait until it has ended, or stop it. If a node serves this folder, use the command while it serves.
# Shown when the file that locks the node's folder cannot be made or opened.
adapters-lock-unusable = The lock file { $path } cannot be used: { $cause }.
    .do = Check that the folder exists, that you own it, and that it lies on a file system of this machine.
# Shown when a text should be a name in the network and is not. $text is what was given.
adapters-name = “{ $text }” is neither a name in the network nor an address.
    .do = Write a name as in node.example.org, or an address as in 192.0.2.7 or 2001:db8::7, without a port.
# Shown when the connection to a Bitcoin node ends in the middle of an answer. $cause is technical.
adapters-node-broken = The connection to the node at { $endpoint } ended in the middle: { $cause }.
    .do = Check that the node still runs, then run the command again: it goes on where it stopped.
# Shown when the chain of a Bitcoin node changed each time that its headers were read.
adapters-node-changed = The chain of the node at { $endpoint } changed again and again while it was read.
    .do = Wait until the node has caught up with the network, then run the command again.
# Shown when a Bitcoin node answers something that cannot be read. $what is the name of the question, $cause is technical.
adapters-node-malformed = What { $endpoint } answered to { $what } cannot be read: { $cause }.
    .do = Check that the address and port are those of a Bitcoin Core node, and update the node if it is old.
# Shown when a Bitcoin node does not have a block. $hash names the block.
adapters-node-missing = The node at { $endpoint } does not have the block { $hash }.
    .do = Use a node that keeps all blocks; one that prunes throws old blocks away.
# Shown when the REST interface of a Bitcoin node is not switched on.
adapters-node-no-rest = What answers at { $endpoint } has no REST interface of a Bitcoin node.
    .do = Start the node with -rest=1, or ask it with --rpc and --rpc-cookie.
# Shown when a Bitcoin node refuses the name and password.
adapters-node-not-let-in = The node at { $endpoint } does not let us in.
    .do = If the node was started again, it has a new cookie, and the one that was read when the command began lets nobody in: give the command again, and it goes on where it stopped. Otherwise check the file with the cookie or password.
# Shown when a Bitcoin node answers with another block than was asked for. $hash names the block.
adapters-node-other-block = The node at { $endpoint } answered with another block than { $hash }.
    .do = Do not use this node: its data is damaged or somebody changes its answers. Nothing of the answer was taken in.
# Shown when a Bitcoin node belongs to another network. $expected is a name of ours, $found is the node's own word.
adapters-node-other-network = The node at { $endpoint } is of the network { $found }, not of { $expected }.
    .do = Give --network with the name of the node's network, or the address of a node of { $expected }.
# Shown when a Bitcoin node refuses a question. $status is a number of HTTP, $said is what the node says, in English.
adapters-node-refused = The node at { $endpoint } refuses (status { $status }): { $said }
    .do = If the node is just starting, wait and run the command again; otherwise look into its log.
# Shown when a Bitcoin node does not answer in time.
adapters-node-timed-out = The node at { $endpoint } took too long to answer.
    .do = Check that the node still runs and is not overloaded, then run the command again: it goes on where it stopped.
# Shown when an answer of a Bitcoin node is longer than it can be. $limit is a number of bytes.
adapters-node-too-large = An answer of { $endpoint } has more than the { $limit } bytes that it can have.
    .do = Check that the address and port are those of a Bitcoin Core node. Nothing of the answer was taken in.
# Shown when a Bitcoin node has an impossibly long chain. $limit is a number of blocks.
adapters-node-too-many-blocks = The chain of the node at { $endpoint } has more than { $limit } blocks.
    .do = Check that the address and port are those of a Bitcoin Core node of the right network.
# Shown when no connection to a Bitcoin node comes about. $cause comes from the operating system.
adapters-node-unreachable = The node at { $endpoint } cannot be reached: { $cause }.
    .do = Check that the node runs, and its address and port: 8332 for mainnet, 18332 testnet3, 48332 testnet4, 38332 signet, 18443 regtest.
# Shown when the person stops the question for a passphrase.
adapters-passphrase-cancelled = No passphrase was entered.
    .do = Run the command again when you have the passphrase.
# Shown when a new passphrase was typed differently the second time.
adapters-passphrase-different = The two passphrases are not the same.
    .do = Run the command again and type the same passphrase twice.
# Shown when the passphrase is empty or holds spaces only.
adapters-passphrase-empty = The passphrase is empty.
    .do = Enter a passphrase of several words.
# Shown when every user of the machine may read the file that holds the passphrase.
adapters-passphrase-file-open = Every user of this machine may read { $path }.
    .do = Take the right to read it from others (chmod 600), and change the passphrase if others use this machine.
# Shown when a passphrase is needed and nobody can be asked, for example in a script.
adapters-passphrase-no-terminal = There is no terminal to ask for the passphrase: { $cause }.
    .do = Run the command at a terminal, or name a file with --passphrase-file.
# Shown when the passphrase is not readable text, for example because an arrow key was pressed.
adapters-passphrase-not-text = The passphrase holds something that is not text.
    .do = Enter it again without arrow keys and tabs. A file must hold one line of UTF-8 text.
# Shown when the passphrase is too long. $limit is bytes.
adapters-passphrase-too-long = The passphrase is longer than { $limit } bytes.
    .do = Enter a shorter passphrase. If it came from a file, check that it is the right file.
# Shown when the file or stream with the passphrase cannot be read. $path may be empty.
adapters-passphrase-unreadable = The passphrase cannot be read from { $path }: { $cause }.
    .do = Check the path and that you may read the file.
# Shown when an answer of a store of objects is longer than it can be. $limit is a number of bytes.
adapters-s3-answer-too-large = An answer of { $server } has more than { $limit } bytes.
    .do = Check the endpoint in the settings of the store: what answers there may be something else.
# Shown when the certificates for a store of objects cannot be read. $cause is technical.
adapters-s3-authorities = No certificates can be read from { $path }: { $cause }.
    .do = Name a file of certificates in PEM as `authorities` in the settings of the store, or install those of the system.
# Shown when the connection to a store of objects ends in the middle. $cause is technical.
adapters-s3-broken = The connection to { $server } ended in the middle: { $cause }.
    .do = Run the command again. If it happens again, ask the operator of the store. Nothing that was stored is lost.
# Shown when a store of objects is too busy. $status is a number of HTTP.
adapters-s3-busy = { $server } was busy or in trouble each time that it was asked (status { $status }).
    .do = Run the command again later. If it goes on, ask the operator of the store. Nothing that was stored is lost.
# Shown when a store of objects has another time.
adapters-s3-clock = The clock of this machine and that of { $server } differ by too much.
    .do = Set the clock of this machine by a time service; if it is right, ask the operator of the store.
# Shown when a file is not an access key and its secret.
adapters-s3-credentials-form = { $path } does not hold an access key and its secret.
    .do = Write the access key on the first line and its secret on the second, and nothing else.
# Shown when every user may read the access key of a store.
adapters-s3-credentials-open = Every user of this machine may read { $path }.
    .do = Run chmod 600 on the file, and have the operator of the store make a new secret.
# Shown when the access key of a store cannot be read. $cause is technical.
adapters-s3-credentials-unreadable = The access key of the store cannot be read from { $path }: { $cause }.
    .do = Check the place in the settings of the store, and that the user of the node may read it.
# Shown when an access key may not do something.
adapters-s3-denied = { $server } does not let the access key do this in the bucket { $bucket }.
    .do = Have the operator of the store allow the key to list the bucket and its unfinished uploads, and to read, write and remove its objects.
# Shown when a store keeps other bytes than it was given. $name is the key of an object.
adapters-s3-differs = { $server } does not keep what it was given under { $name }.
    .do = Nothing was recorded. Run the command again; if it happens again, the store is faulty or somebody else writes there.
# Shown when a store of objects is full.
adapters-s3-full = { $server } has no room for more.
    .do = Nothing was recorded. Have the operator of the store make room, then run the command again.
# Shown when no secure connection to a store of objects comes about. $cause is technical.
adapters-s3-handshake = There is no secure connection to { $server }: { $cause }.
    .do = Name the certificate above that of the server as `authorities` in the settings of the store. The server must speak TLS 1.3.
# Shown when a store of objects does not know the access key. $cause is the word of the server.
adapters-s3-key = { $server } does not take the access key ({ $cause }).
    .do = Check the access key, its secret and the region with the operator of the store.
# Shown when what answers is no store of objects. $cause is technical.
adapters-s3-malformed = { $server } answers as no store of objects does: { $cause }.
    .do = Check the endpoint in the settings of the store; a proxy may answer in its place.
# Shown when there is no such bucket.
adapters-s3-no-bucket = { $server } has no bucket { $bucket }.
    .do = Check endpoint and bucket in the settings of the store. A bucket is made by the operator, never by this program.
# Shown when a store belongs to another node. $name is the key of an object, $node the public name of the other node.
adapters-s3-other-node = { $name } of { $server } says that this is the store of the node { $node }.
    .do = Give each node a prefix of its own in the settings of the store. Two nodes in one would remove each other's files.
# Shown when a store refuses. $status is a number of HTTP, $cause is what the server says.
adapters-s3-refused = { $server } refuses (status { $status }): { $cause }.
    .do = Ask the operator of the store what this means. Nothing was recorded.
# Shown when a bucket is in another region.
adapters-s3-region = The bucket { $bucket } of { $server } is not in the region { $region }.
    .do = Ask the operator of the store for endpoint and region of the bucket, and put them into the settings.
# Shown when the settings of a store cannot be read. $cause is technical.
adapters-s3-settings = The settings of the store cannot be read: { $cause }.
    .do = Correct the file; the guide (storage.md) names every setting.
# Shown when a store on another machine would be spoken to without TLS.
adapters-s3-settings-clear = { $endpoint } is another machine, and would be spoken to without TLS.
    .do = Write https:// before the endpoint. If the line is safe in another way, set `allow_http = true`.
# Shown when the settings do not say where the access key is.
adapters-s3-settings-credentials = The settings of the store do not say where the access key is, or say it twice.
    .do = Name either a file as `credentials` or a credential of systemd as `credential`.
# Shown when a setting of a store cannot be so.
adapters-s3-settings-value = The setting { $setting } of the store cannot be { $value }.
    .do = Correct it; the guide (storage.md) says what it may be. Paths begin with a slash, a prefix ends with one.
# Shown when an object of a store ends early. $name is the key of an object, $offset a number of bytes.
adapters-s3-short = { $server } gives no bytes from { $offset } of { $name }.
    .do = Run comity node scrub; bring a damaged or missing object back from a backup.
# Shown when the threads for a connection cannot be made. $cause is technical.
adapters-s3-start = The connection to { $server } cannot be begun: { $cause }.
    .do = The machine has no room for another thread. Close other programs, then run the command again.
# Shown when a store of objects does not answer in time.
adapters-s3-timed-out = { $server } took too long to answer.
    .do = Run the command again later. Nothing that was stored is lost.
# Shown when an object is larger than a store takes. $name is the key of an object, $bytes a number.
adapters-s3-too-much = { $name } has { $bytes } bytes, more than a store takes.
    .do = Take the file in in pieces, or on a node whose vault lies in a folder.
# Shown when a store of objects cannot be reached. $cause is technical.
adapters-s3-unreachable = { $server } cannot be reached: { $cause }.
    .do = Check that the store runs and that the endpoint in its settings is right (objects.toml in the folder of a node). Nothing is lost; the node opens once the store answers.
# Shown when the connection to the separate process that reads a file failed.
adapters-sandbox-broken = The connection to the protected reader failed: { $cause }.
    .do = Run the command again. If it fails again, look at the node's log.
# Shown when the separate process that reads a file computed for too long.
adapters-sandbox-cpu-time = The file was not read within { $seconds } seconds of computing.
    .do = Take a large file apart, such as an archive, and read its parts. A small file that does this may be hostile.
# Shown when the separate process that reads a file crashed. $signal is a number for a developer.
adapters-sandbox-crashed = The protected reader crashed (signal { $signal }) and did not read the file to its end.
    .do = Treat the file as possibly hostile. Report the fault with the number, but do not send the file without permission.
# Shown when the separate process that reads a file ended without an answer.
adapters-sandbox-ended-early = The protected reader ended without an answer (status { $status }).
    .do = Run the command again. If it fails again, report the fault.
# Shown when the separate process that reads a file tried to open other files, the network or programs.
adapters-sandbox-forbidden = The protected reader tried something that it may not do (signal { $signal }) and was stopped.
    .do = Treat the file as hostile. Keep it sealed and have it looked at by a specialist.
# Shown when a file that is to be read fails on the way, for example because of a bad disk.
adapters-sandbox-input-unreadable = The file cannot be read to its end: { $cause }.
    .do = Check the disk or the medium, and make a new copy of the file.
# Shown when the program handed a file over in a way that could change it. This is a fault of the program.
adapters-sandbox-input-writable = The file was opened for writing and is not handed to the protected reader.
    .do = This is a fault of the program. Report it.
# Shown when a limit in a policy makes no sense. $name is the name of the limit.
adapters-sandbox-limit-range = The limit { $name } is { $value }; it must be from { $least } to { $most }.
    .do = Correct the limit in the policy.
# Shown when the separate process that reads a file wanted too much memory.
adapters-sandbox-memory = Reading the file takes more than { $bytes } bytes of memory.
    .do = Take a large file apart, such as an archive, and read its parts. A small file that does this may be hostile.
# Shown when the program that reads a file met a fault of its own.
adapters-sandbox-panicked = The protected reader stopped because of a fault of its own and did not read the file to its end.
    .do = Report the fault, but do not send the file without permission.
# Shown when the options for reading a file are too long. $length and $limit are bytes.
adapters-sandbox-parameters-too-large = The options have { $length } bytes, more than { $limit }.
    .do = Look for fewer things at once.
# Shown when the separate process that reads a file answered wrongly. $reason is for a developer, in English.
adapters-sandbox-reply-malformed = The protected reader gave no valid answer: { $reason }.
    .do = Treat the file as possibly hostile, and report the fault.
# Shown when the separate process that reads a file answered with too much. $name is the name of the limit.
adapters-sandbox-reply-too-large = The file holds more than is taken at once (limit { $name }: { $limit }).
    .do = Divide the file into smaller ones, and read each.
# Shown when the separate process that reads a file cannot be started.
adapters-sandbox-start = The protected reader cannot be started: { $cause }.
    .do = Check that the machine has memory left and that the number of processes is not limited too low.
# Shown when the person or the program stopped the reading of a file.
adapters-sandbox-stopped = Reading was stopped.
    .do = Run the command again if you want the answer.
# Shown when the separate process that reads a file took too long.
adapters-sandbox-timed-out = The file was not read within { $milliseconds } milliseconds.
    .do = If you trust the file and it is large, raise the limit in the policy. A small file that does this may be hostile.
# Shown when the program does not know how to read this kind of file. $task is a name for a developer.
adapters-sandbox-unknown-task = There is no protected reader called { $task }.
    .do = This is a fault of the program, or the program was replaced while it ran. Restart the node.
# Shown when the system cannot confine the process that would read a file. $missing lists technical names.
adapters-sandbox-unprotected = This system does not give the protection that the policy demands: { $missing }. The file was not read.
    .do = Run the node on a Linux system with these protections, or have two people change the policy.
# Shown when too many commands are being run at once.
adapters-socket-busy = The node has no room for another connection.
    .do = Wait until other commands have ended, then run the command again.
# Shown when the process at the other end belongs to somebody else. $uid is a user number.
adapters-socket-foreign-peer = The process at the other end belongs to the user { $uid }, not to you.
    .do = Run the command as the user that the node runs as. If you did, somebody may be posing as the node.
# Shown when a command needs a node that serves, and none does.
adapters-socket-not-serving = No node serves the folder { $folder }.
    .do = Check the folder, or start the node with “comity node serve”.
# Shown when the path of the node's folder is too long for the system.
adapters-socket-path-too-long = The path { $folder } is too long for a local connection.
    .do = Move the node to a folder with a shorter path.
# Shown when the other end of the local connection is another program or version.
adapters-socket-protocol = The other end does not speak as this version of the program does.
    .do = Use the same version of the program for the node and for the command.
# Shown when the node does not answer in time.
adapters-socket-timed-out = The other end did not answer in time.
    .do = Look whether the node is busy or has stopped, then run the command again.
# Shown by the node when the command that it carries out gives no passphrase or text that was asked for.
adapters-socket-unanswered = The command ended before it gave what the node asked for.
    .do = Run the command again.
# Shown when the system refuses something about the local connection.
adapters-socket-unusable = The local connection cannot be used: { $cause }.
    .do = Check that you own the node's folder and that it lies on a file system of this machine.
# Shown when the connection to a time-stamp server ends in the middle of its reply. $cause is technical.
adapters-stamp-broken = The connection to { $server } ended in the middle: { $cause }.
    .do = Run the command again. If it happens again, ask the operator of the server.
# Shown when no secure connection to a time-stamp server comes about. $cause is technical.
adapters-stamp-handshake = There is no secure connection to { $server }: { $cause }.
    .do = Name the server again with --tls-authorities and the certificate above that of the server, or by http: time-stamps are signed by themselves.
# Shown when what answers is no time-stamp server. $status is a number of HTTP.
adapters-stamp-refused = { $server } gave no time-stamp (status { $status }).
    .do = Check the address of the time-stamp server with its operator, the path in it too.
# Shown when a time-stamp server does not answer in time.
adapters-stamp-timed-out = { $server } took too long to answer.
    .do = Run the command again later. Nothing was recorded.
# Shown when a reply is longer than it can be. $limit is a number of bytes.
adapters-stamp-too-large = The reply of { $server } has more than { $limit } bytes.
    .do = Check the address of the time-stamp server with its operator.
# Shown when no connection to a time-stamp server comes about. $cause comes from the operating system.
adapters-stamp-unreachable = { $server } cannot be reached: { $cause }.
    .do = Check the address of the server, and whether this machine may reach it. Nothing was recorded.
# Shown when a file with a certificate or its key cannot be read. $cause comes from the system.
adapters-tls-file = { $path } cannot be read: { $cause }.
    .do = Check the path, that you may read the file, and that it is a certificate or a key and nothing larger.
# Shown when every user of the machine may read the file that holds a private key.
adapters-tls-file-open = Every user of this machine may read the private key in { $path }.
    .do = Take the right to read it from others (chmod 640), and replace the key if others use this machine.
# Shown when browsers cannot use a private key.
adapters-tls-key-kind = Browsers do not take the kind of key in { $path }.
    .do = Use a certificate with an ECDSA key (P-256 or P-384) or an RSA key.
# Shown when a file should hold a certificate and does not.
adapters-tls-no-certificate = { $path } holds no certificate in PEM that can be read.
    .do = Name the file with the certificate of the pages, followed by those that stand above it, in PEM (“BEGIN CERTIFICATE”).
# Shown when a file should hold a private key and does not.
adapters-tls-no-key = { $path } holds no private key in PEM that can be read.
    .do = Name the file with the key that belongs to the certificate, in PEM and without a passphrase (“BEGIN PRIVATE KEY”).
# Shown when a certificate belongs to another key. $path is the file with the certificate.
adapters-tls-other-key = The certificate in { $path } does not belong to the key that is used with it.
    .do = Name the certificate and the key that belong together. If the node made the file itself, move it away: a new one is made, and officers compare its fingerprint.
