# Shown when a network is asked for by a name that is none.
chain-network-unknown = { $name } is not a Bitcoin network.
    .do = Give one of mainnet, testnet3, testnet4, signet or regtest.

# Shown when the hash of a block or transaction, or an output (hash, colon, number), is misspelt.
chain-hash-malformed = This is not the hash of a block or transaction.
    .do = Give 64 hexadecimal digits; for an output add a colon and its number, counted from 0.

# Shown when a text is not a Bitcoin address. The text itself is not repeated.
chain-address-malformed = This is not a Bitcoin address: its checksum does not hold.
    .do = Copy the address again, letter by letter. For a script without an address give script: and its SHA-256, for a bare public key the key in hexadecimal.

# Shown when an address is sound but belongs to another Bitcoin network.
chain-address-other-network = This address is not one of { $network }.
    .do = Ask a ledger of the address's own network.

# Shown when a block has too many bytes. $length and $most are numbers of bytes.
chain-block-too-long = The block has { $length } bytes; a block has { $most } at most.
    .do = Copy the file again from the node; it is damaged.

# Shown when a block ends too early. $at is an offset in bytes from the beginning of the block.
chain-block-breaks-off = The block breaks off at offset { $at }.
    .do = Copy the file again from the node; it is damaged.

# Shown when a number inside a block is not written in the only allowed way.
chain-block-long-number = A length in the block, at offset { $at }, is not in its shortest spelling.
    .do = Copy the file again from the node; it is damaged.

# Shown when the mark in front of a transaction's witness is wrong.
chain-block-witness-flag = A transaction in the block has an unknown witness flag at offset { $at }.
    .do = Copy the file again from the node; it is damaged.

# Shown when a transaction announces a witness and has none.
chain-block-witness-empty = A transaction in the block has an empty witness at offset { $at }.
    .do = Copy the file again from the node; it is damaged.

# Shown when a transaction spends nothing.
chain-block-no-inputs = A transaction in the block has no inputs at offset { $at }.
    .do = Copy the file again from the node; it is damaged.

# Shown when a transaction pays nobody.
chain-block-no-outputs = A transaction in the block has no outputs at offset { $at }.
    .do = Copy the file again from the node; it is damaged.

# Shown when an amount in a block is impossibly large.
chain-block-value = A value in the block, at offset { $at }, is more than all coins that can ever be.
    .do = Copy the file again from the node; it is damaged.

# Shown when a block holds no transaction.
chain-block-no-transactions = The block holds no transaction.
    .do = Copy the file again from the node; it is damaged.

# Shown when something follows after the end of a block. $length is a number of bytes.
chain-block-trailing-bytes = { $length } bytes follow after the end of the block.
    .do = Copy the file again from the node; it is damaged.

# Shown when the first transaction of a block does not make new coins.
chain-block-coinbase-missing = The first transaction of the block makes no new coins.
    .do = Copy the file again from the node; it is damaged or forged.

# Shown when a later transaction of a block makes new coins.
chain-block-second-coinbase = A transaction after the first makes new coins.
    .do = Copy the file again from the node; it is damaged or forged.

# Shown when a block claims a proof of work that its network does not allow. $bits is a number in hexadecimal.
chain-block-target = The target { $bits } of the block is not allowed on { $network }.
    .do = Check that you named the right network; if you did, the block is forged.

# Shown when the proof of work of a block does not hold.
chain-block-work = The proof of work of the block does not hold.
    .do = Copy the file again from the node; it is damaged or forged.

# Shown when the transactions of a block are not those that its header commits to.
chain-block-merkle-root = The transactions are not those that the block's header commits to.
    .do = Copy the file again from the node; it is damaged or forged.

# Shown when a block repeats transactions in a way that its header cannot tell.
chain-block-merkle-mutated = The block repeats transactions in a way that its header cannot tell.
    .do = Copy the file again from the node; this copy of the block is forged.

# Shown when a folder or file of blocks cannot be read. $cause comes from the operating system.
chain-source-unreadable = { $path } cannot be read: { $cause }.
    .do = Check that the path is right and that you may read it, then run the command again.

# Shown when a folder holds no file named blk and a number.
chain-source-no-files = { $path } holds no block files.
    .do = Give the folder named blocks inside the node's data folder; its files are named blk00000.dat and so on.

# Shown when the key file beside the block files is malformed. $length is a number of bytes.
chain-source-key-length = { $path } has { $length } bytes; the key of obfuscated block files has 8.
    .do = Copy the file again from the node's blocks folder.

# Shown when a block file holds something that is no record.
chain-source-magic = { $file } holds no block of { $expected } at offset { $offset }.
    .do = Check that the file is a block file, and that xor.dat was copied with it if the node made one.

# Shown when a block file belongs to another Bitcoin network.
chain-source-other-network = { $file } holds blocks of { $found } at offset { $offset }, not of { $expected }.
    .do = Name the network { $found }, or give the folder of a node of { $expected }.

# Shown when a record of a block file claims a length that no block can have.
chain-source-record-length = The record at offset { $offset } of { $file } claims { $length } bytes, which no block has.
    .do = Copy the file again from the node; it is damaged.

# Shown when a block file that is not the last one ends inside a record.
chain-source-breaks-off = The record at offset { $offset } of { $file } breaks off.
    .do = Copy the file again from the node. Only the last file may end inside a record.

# Shown when the empty room in a block file is followed by something that is no block.
chain-source-padding = { $file } has zeros at offset { $offset } that are followed by something that is no block.
    .do = Copy the file again from the node; it is damaged.

# Shown when a block is damaged. $cause says what is wrong with it.
chain-source-block = The block at offset { $offset } of { $file } is not sound: { $cause }.
    .do = Copy the file again from the node. Nothing of it was taken in.

# Shown when blocks of one network are given to a ledger of another.
chain-ingest-other-network = The blocks are of { $found }, the ledger is of { $expected }.
    .do = Use a ledger of { $found } for them.

# Shown when a source has block files but no block.
chain-ingest-no-blocks = There is no block in the files.
    .do = Wait until the node has stored a block, or give another folder.

# Shown when block files changed while they were read.
chain-ingest-changed = { $file } changed at offset { $offset } while it was read.
    .do = Stop the node or copy its files first, then run the command again.

# Shown when there are more blocks than can be counted.
chain-ingest-too-many-blocks = There are more blocks than heights that can be counted.
    .do = Check the height that you gave for the first block.

# Shown when the blocks begin late and nothing says at which height.
chain-ingest-first-height-unknown = The height of the first block is not known.
    .do = Give the height of the first block of the files, or files that go back to the beginning.

# Shown when the height given for the first block is not the one that the blocks have.
chain-ingest-first-height = The first block is at height { $stated }, not { $given }.
    .do = Leave the height out; the blocks say it themselves.

# Shown when the height given for the first block cannot be right. $at is the height of a later block that cannot be there.
chain-ingest-first-height-contradicted = The first block is not at height { $given }: the block that would then be at height { $at } cannot be there.
    .do = Ask a node for the height of the first block (bitcoin-cli getblockheader HASH), or give files that go back to the beginning. A ledger that was made with a wrong height is made anew.

# Shown when two transactions spend the same output. $prevout is an output, $txid a transaction.
chain-ingest-spent-twice = In the block at offset { $offset } of { $file }, { $txid } spends { $prevout }, which is spent already.
    .do = Copy the files again from a node that has checked them; this chain is forged.

# Shown when a transaction spends an output that does not exist.
chain-ingest-no-prevout = In the block at offset { $offset } of { $file }, { $txid } spends { $prevout }, which does not exist.
    .do = Copy the files again from a node that has checked them; this chain is forged.

# Shown when a transaction pays out more than it takes in.
chain-ingest-value-from-nothing = In the block at offset { $offset } of { $file }, { $txid } pays out more than it takes in.
    .do = Copy the files again from a node that has checked them; this chain is forged.

# Shown when the inputs of a transaction are impossibly large.
chain-ingest-too-much-value = In the block at offset { $offset } of { $file }, { $txid } takes in more than all coins that can ever be.
    .do = Copy the files again from a node that has checked them; this chain is forged.

# Shown when the store cannot number another script.
chain-ingest-too-many-scripts = The chain has more different scripts than this store can number.
    .do = Report this; a later version numbers more.

# Shown when no thread could be started. $cause is what the system says.
chain-ingest-threads = The system gives no threads to work with: { $cause }
    .do = Try with --threads 1, or end other programs.

# Shown when a folder holds no ledger.
chain-store-missing = No ledger is stored here.
    .do = Make one with comity chain ingest, or give the folder that it was made in.

# Shown when a ledger would be made in a folder of something else. $name is one of the things in it.
chain-store-not-empty = The folder holds { $name } and no ledger, so that none is made there.
    .do = Name an empty folder, or one that does not exist, for the ledger.

# Shown when a ledger of one network is to take blocks of another. $found and $expected are names of networks.
chain-store-other-network = The ledger that is stored here is of { $found }, not of { $expected }.
    .do = Give the network of the ledger, or another folder.

# Shown when a ledger was stored by another version of the program. $format is a number.
chain-store-format = The ledger is stored in form { $format }, which this version does not read.
    .do = Use the version that made it, or make it anew with comity chain ingest into another folder.

# Shown when the file that says how much of a ledger counts is not what the program writes. $cause is what is wrong.
chain-store-damaged = The ledger is damaged: { $cause }
    .do = Check the disk, and make the ledger anew with comity chain ingest into another folder.

# Shown when a question is asked before any block was taken in.
chain-ledger-empty = The ledger is empty.
    .do = Take in blocks first.

# Shown when a question names a height that the ledger does not have.
chain-height-outside = The ledger has no block at height { $at }; it goes from { $first } to { $tip }.
    .do = Give a height within these bounds, or take in more blocks.

# Shown when a file of tags has too many bytes.
chain-tags-too-large = The file of tags has { $length } bytes; { $most } are allowed.
    .do = Split it into several files.

# Shown when a file does not hold tags in the format in which it was read. $cause says what is wrong and where.
chain-tags-malformed = These are no tags in the format that was asked for: { $cause }.
    .do = Check the file against its format (GraphSense TagPack or actor pack, or CSV in UTF-8). What --tags names is read as a TagPack in YAML; other files are taken into a ledger with comity chain tags import, which has --format.

# Shown when a file of tags has too many rows.
chain-tags-too-many = The file has more than { $most } tags.
    .do = Split it into several files.

# Shown when a text in a tag pack is too long. $row counts from 1, 0 is the header; $most is a number of bytes.
chain-tags-text-too-long = In tag { $row } the field { $field } is longer than { $most } bytes.
    .do = Shorten the text, or put it elsewhere and name the place.

# Shown when a tag lacks a field. $row counts from 1, 0 is the header; $field is a name from the format.
chain-tags-missing = Tag { $row } does not say its { $field }, and the header does not say it either.
    .do = Add the field to the tag or to the header. What holds for the whole file can be said when it is imported, as --{ $field }.

# Shown when the state that a service answers to is malformed or lacks a source. $row counts from 1, 0 is the header.
chain-tags-answers-to = Tag { $row } names a state that the service answers to without a valid code or without a source.
    .do = Give the two-letter code of the state as answers_to and where it is written as answers_to_source.

# Shown when ways are looked for between addresses and the ledger has never seen one of them.
chain-path-unknown-address = The ledger has no output of { $address } at this height.
    .do = Check the address and its network, or ask of a later height. Outputs to a bare public key are found by the key in hexadecimal, not by its address.

# Shown when a layer of clusters is asked for by a name that is none. $known is a list of names, separated by commas.
chain-layer-unknown = { $text } is no layer of clusters.
    .do = Give one of { $known }.

# Shown when a file with the truth of a chain is too large. $length and $most are numbers of bytes.
chain-truth-too-large = The truth has { $length } bytes; { $most } are the most that is read.
    .do = Leave out transactions; owners and addresses alone can be measured too.

# Shown when a file is no truth of a chain. $cause says what is wrong and where.
chain-truth-malformed = This is not the truth of a chain: { $cause }.
    .do = Give a JSON file with network, height, tip, owners and transactions; the guide to ledgers describes it.

# Shown when the truth is of another network than the ledger.
chain-truth-other-network = The truth is of a chain of { $network }, the ledger is not.
    .do = Measure on a ledger of the chain that the truth is of.

# Shown when the ledger has another block at the height of the truth, or none. $hash is the block that the truth names.
chain-truth-other-chain = The ledger does not have block { $hash } at height { $height }.
    .do = Take the chain of the truth into a ledger, as far as that height at least.

# Shown when the truth names an address that is none of the network.
chain-truth-address = { $text } in the truth is not an address of the network.
    .do = Correct the address in the file.

# Shown when the truth has two owners of one name. $first and $second are their places in the list of owners.
chain-truth-owner-twice = The truth has owner { $name } twice: as number { $first } and as number { $second }.
    .do = Put the addresses of the owner together, or give one of the two another name.

# Shown when the truth gives one address to two owners. $first and $second are the places of these in the list of owners.
chain-truth-address-twice = The truth gives { $address } to two owners, number { $first } and number { $second }.
    .do = Leave the address with the one whose it was.

# Shown when the truth says twice what a transaction was. $first and $second are the places in the list of transactions.
chain-truth-transaction-twice = The truth has transaction { $txid } twice: as number { $first } and as number { $second }.
    .do = Leave one of the two out.

# Shown when the ledger does not have a transaction of the truth, or one with another number of outputs.
chain-truth-transaction = The ledger has no transaction { $txid } with as many outputs as the truth gives it.
    .do = Correct the transaction in the file, or measure on the chain that the truth is of.
# Shown when a file of actors has too many rows.
chain-tags-too-many-actors = The file has more than { $most } actors.
    .do = Split it into several files.

# Shown when a line of a list of sanctioned addresses holds something else. $line counts from 1.
chain-tags-line = Line { $line } of the list is not one address.
    .do = Give a list with one address a line and nothing else, or name the format of the file with --format.

# Shown when the date of a row of a CSV file is no date. $line counts from 1.
chain-tags-date = Line { $line } has a date that is none of the calendar.
    .do = Write year, month and day as in 2026-11-02, with a time behind it if there is one (2026-11-02T09:30:00Z), or leave the field empty.

# Shown when a column of a CSV file is not known or is there twice. $name is its heading; do not translate the headings.
chain-tags-column = The column { $name } is not known, or is there twice.
    .do = Leave it out or correct its heading. The headings are address, label, currency, category, abuse, actor, source, confidence and date.

# Shown when one of several files of tags is not taken. $file is its name, $cause says in English what is wrong with it.
chain-tags-file = { $file } is not taken: { $cause }.
    .do = Correct the file, say what it lacks with --title, --creator, --source or --currency, name its format with --format, or leave it out. Nothing was changed.

# Shown when the ending of a file's name does not say what is in it.
chain-tags-unknown-format = The name { $file } does not say in which format the file is.
    .do = Name the format with --format: tagpack, actorpack, ofac or csv. Nothing was changed.

# Shown when what a ledger keeps of imported tags is not what was written. $cause says which file, or what is wrong.
chain-tags-damaged = The tags that the ledger keeps are damaged: { $cause }.
    .do = If a file is named, remove it by its digest (the end of the name) and import it again. Otherwise remove the folder tags of the ledger and import all files again.

# Shown when a ledger's tags were kept by another version of the program. $format is a number.
chain-tags-store-format = The tags of this ledger are kept in form { $format }, which this program does not know.
    .do = Use the version of the program that imported them, or a later one.

# Shown when a ledger keeps too many files of tags.
chain-tags-full = The ledger keeps as many files of tags as it can.
    .do = Remove files that are not needed, or put several into one.

# Shown when a file of tags is asked for that the ledger does not keep. $digest is its digest.
chain-tags-not-imported = No file with the digest { $digest } was imported.
    .do = See the digests with: comity chain tags list

# Shown when a state is entered for somebody whom no tag names. $name is what was typed.
chain-tags-unknown-holder = No imported tag names { $name }.
    .do = Write the actor or the label as a tag has it, capitals and spaces included.

# Shown when a state is to be taken back that nobody has entered. $name is an actor or a label.
chain-tags-not-entered = Nobody has entered which state { $name } answers to.
    .do = See what was entered with: comity chain tags list

# Shown when a text is empty or too long. $field is its name; $most is a number of bytes.
chain-tags-text = The { $field } is empty or longer than { $most } bytes.
    .do = Say where it is written, and keep it short.

# Shown when a trace has no output to begin with.
chain-trace-no-start = The trace has nothing to start from.
    .do = Give an address, a transaction or an output.

# Shown when the beginning of a trace is not in the ledger. $start is an address, a transaction or an output.
chain-trace-unknown-start = The ledger does not hold { $start } at this height.
    .do = Check it letter by letter, and that the ledger goes far enough. Outputs to a bare public key are found by the key in hexadecimal, not by its address.

# Shown when a trace begins at too many outputs.
chain-trace-too-many-starts = The trace would start from more than { $most } outputs.
    .do = Start from single transactions or outputs.

# Shown when the amounts at the beginning of a trace cannot be added up.
chain-trace-too-much-value = The outputs to start from hold more than can be counted.
    .do = Start from fewer outputs.

# Shown when a method of tracing is named that there is none of. $text is the name.
chain-trace-unknown-method = There is no method called { $text }.
    .do = Give fifo, lifo, haircut, poison or lowest-intermediate-balance (libr).

# Shown when a direction of tracing is named that there is none of. $text is the name.
chain-trace-unknown-direction = There is no direction called { $text }.
    .do = Give forward, to where money went, or backward, to where it came from.

# Shown when a place to stop a trace is not written as one. $text is what was written.
chain-trace-unknown-stop = { $text } is no place at which a trace can stop, or at which this one would.
    .do = Give service, coinjoin, coinjoin=PERCENT (50 to 100), category=NAME, address=ADDRESS or tx=TXID.

# Shown when a method cannot be followed backward. $what is the name of the method.
chain-trace-forward-only = The method { $what } goes forward only: what an address held is known from what came before.
    .do = Follow backward by another method, or forward from where the money may have been.

# A method of tracing: money that came first goes first.
chain-method-fifo = first in, first out

# A method of tracing: money that came last goes first.
chain-method-lifo = last in, first out

# A method of tracing: traced money is spread over all outputs in proportion.
chain-method-haircut = in proportion (haircut)

# A method of tracing: whatever traced money touches is traced whole.
chain-method-poison = whatever it touches (poison)

# A method of tracing: the holder of an address spends the own money first.
chain-method-lowest-intermediate-balance = lowest intermediate balance

# A direction of tracing: to where money went.
chain-direction-forward = forward

# A direction of tracing: to where money came from.
chain-direction-backward = backward

# Why a peel chain was followed no further: what was carried on is not spent.
chain-peel-unspent = not spent

# Why a peel chain was followed no further: what was carried on can never be spent, or was lost.
chain-peel-unspendable = can never be spent

# Why a peel chain was followed no further: a tag names the address as a service.
chain-peel-service = reached a service

# Why a peel chain was followed no further: the transaction does not have one input and two outputs.
chain-peel-other-shape = the next transaction is no peel: it does not have one input and two outputs

# Why a peel chain was followed no further: nothing says which of the two outputs was carried on, or what is said disagrees.
chain-peel-ambiguous = it cannot be told which of the two outputs was carried on

# Why a peel chain was followed no further: as many transactions were followed as the program follows.
chain-peel-limit = as many steps as are followed at once

# A reason to take an output for what was carried on: it pays the address from which it comes.
chain-peel-own-address = pays the address that it comes from

# A reason to take an output for what was carried on: it alone has the kind of script that was spent.
chain-peel-script-kind = the only output of the kind of address that was spent

# A reason to take an output for what was carried on: it alone is spent by a transaction that is made in the same way.
chain-peel-spent-alike = the only output that is spent by a transaction made in the same way

# A reason to take an output for what was carried on: its address alone was never seen before.
chain-peel-fresh = the only output at an address that was never seen before

# A reason to take an output for what was carried on: a tag names the other address as a service.
chain-peel-other-tagged = the other output is at an address that a tag names as a service

# Shown when the file of a finding has too many bytes.
chain-finding-too-large = The finding has { $length } bytes; { $most } are allowed.
    .do = Check that this is the file of a finding, or trace fewer outputs.

# Shown when a file is no finding. $cause says what is wrong and where.
chain-finding-malformed = This is not a finding: { $cause }.
    .do = Give the file that the trace wrote, unchanged.

# Shown when a finding was written by another version of this program.
chain-finding-format = The finding is of the form { $found }; this program reads { $expected }.
    .do = Verify it with the version of the program that wrote it.

# Shown when the digest of a finding cannot be computed.
chain-finding-digest = The finding has no digest: { $cause }.
    .do = Give the file that the trace wrote, unchanged.

# What became of money in a trace: it was followed, and other rows say to where.
chain-end-followed = followed

# Where money ended in a trace: at an address that a tag names as a service.
chain-end-service = reached a service

# Where money ended in a trace: it was not spent by the height of the trace.
chain-end-unspent = not spent

# Where money ended in a trace: it was left to the miner of the block.
chain-end-fee = fee

# Where money came from in a trace: a block made it, as new coins and fees.
chain-end-new-coins = new coins and fees of a block

# Where a trace stopped: at an address that was named for it.
chain-end-named-address = reached an address at which to stop

# Where a trace stopped: before a transaction that was named for it.
chain-end-named-transaction = followed no further: a transaction at which to stop

# Where a trace stopped: before a transaction in which several people mixed their money (a CoinJoin).
chain-end-coinjoin = followed no further: CoinJoin

# Where a trace stopped: the money lay too long, or moved after or before the height that was asked for.
chain-end-age = followed no further: moved outside the time asked for

# Where money ended in a trace: at an output from which the trace starts anyway.
chain-end-joins-start = joined another start and is counted there

# Where a trace stopped: as many transactions were followed as were asked for.
chain-end-hops = followed no further: number of steps

# Where a trace stopped: the output received less than the least amount asked for.
chain-end-least-value = followed no further: small amount

# Where a trace stopped: as many outputs were reached as were asked for.
chain-end-output-limit = followed no further: number of outputs

# Where a trace stopped: an input of the transaction is of unknown worth and may have brought the money, or its order or share cannot be told.
chain-end-unknown-input = followed no further: an input of unknown worth takes part

# Where money ended in a trace: in an output that can never be spent.
chain-end-unspendable = can never be spent

# Where money ended in a trace: lost when a later coinbase with the same id took its place.
chain-end-overwritten = lost by a repeated coinbase

# A note on block files: the last record ends too early. $offset and $length are numbers of bytes.
chain-note-cut-tail = The last record of { $file }, at offset { $offset }, breaks off after { $length } bytes and was left out.

# A note on block files: a part of a file is empty. $offset and $length are numbers of bytes.
chain-note-padding = { $file } holds { $length } zeros at offset { $offset }, room that the node set aside and did not use.
