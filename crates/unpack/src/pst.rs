//! Mailboxes of Outlook (PST and OST, [MS-PST]), by their nodes: folders, messages, attachments, each as a layer by the way to it.
//!
//! Most mailboxes are scrambled by a fixed table, so that nothing is found in their bytes as they are. Of each node the blocks are
//! put together, and the pieces of a heap (the properties of a message) are parted by a line break, since nothing else stands
//! between them. Places in such a layer count what is shown. The properties themselves are not told apart: their texts are in
//! UTF-16 or in one byte a letter, and are found as such.

use std::cell::RefCell;
use std::io::{self, Read};
use std::ops::Range;
use std::vec;

use crate::fault::{Fault, damaged};
use crate::layer::{Layer, Ready, wide};
use crate::media::{ReadAt, le, le16, le32};
use crate::ranges::Ranges;
use crate::visit::Step;
use crate::volume::{Bounds, Volume};
use crate::walk::{Inside, Tried, Walk};

/// How a mailbox begins.
pub(crate) const MAGIC: &[u8] = b"!BDN";

/// What follows the first checksum in a mailbox: of one's own, or of a server's.
const CLIENTS: [&[u8]; 2] = [b"SM", b"SO"];

/// The header, of either width.
const HEADER_BYTES: usize = 564;

/// The first version with numbers of eight bytes, and the first with larger pages, in which blocks are packed.
const WIDE_VERSION: u16 = 23;
const PACKED_VERSION: u16 = 36;

const PAGE_BYTES: usize = 512;

/// Kinds of pages: of the tree of blocks, and of the tree of nodes.
const BLOCKS: u8 = 0x80;
const NODES: u8 = 0x81;

/// How many levels a tree has at most: at 15 entries a page and more, eight reach further than numbers do.
const LEVELS_MAX: u8 = 8;

/// How deep nodes lie in nodes: a message that is attached to a message, and so on.
const DEPTH_MAX: usize = 16;

/// So many places of blocks are remembered. What is beyond is found twice.
const PLACES_MAX: usize = 1 << 20;

/// What the table of scrambling is to each byte, and the second one, which the stronger way uses besides (MS-PST 5.1).
const TABLES: [&str; 2] = [
    "41361362a8216ebbf416cc047f64e85d1ef2cb2a74c55e35d295479e962d9a884c7d843fdbac31b6485ff6c4d8398be7\
     233b388ec8c1df25b120a546604e9cfbaad35651457c550007c92b9d859b09a08fadb30f63ab894bd7a7155a716642bf\
     264a6b98faea7753b270052cfd593a867ece06eb827857c78d43afb41cd45bcde2e9274fc3087280cfb0eff5286dbe30\
     4d3492d50e3c2232e5e4f99fc2d10a8112e1ee918376e397e6618a1779a4b7dc907a5c8c02a6ca69de501a1193b95287\
     58fced1d37491b6ae0293399bd6cd994f340546ff0c673b8d63e6518441fdd6710f10c19ecae03a1147ba90bfff8a3c0\
     a201f72ebc2468750dfeba2fb5d0da3d",
    "14530f56b3c87a9ceb65481716159f02cc547c83000d0c0ba262a876dbd9edc7c5a4dcac8574d6d0a79bae9a967166c3\
     6399b8dd73928e847da55ed15d93b1575150808952944f4e0a6bbc8d7f6e47464140440111cb033ff7f4e1a98f3c3af9\
     fbf0193082092ec99da08649ee6f4d6dc42d813425871b88aafc06a11238fd4c4272641337246a757743ffe6b44b365c\
     e4d8353d45b92cecb7312b290768a30e697b189e2139be281a5b78f523ca2ab0af3efe048ce7e5983295d3f64ae8a6ea\
     e9f3d52f7020f21f0567ad5510cecde3273bdabad7c226d4911dd21c2233f8faf15aefcf90b68bb5bdc0bf08971e6ce2\
     61e0c6c159abbb58de5fdf60797eb28a",
];

/// Opens the mailbox that begins at `offset`. Its bytes as they are are searched on.
pub(crate) fn open<'v>(walk: &Walk<'v>, layer: &mut Layer<'_, 'v>, offset: u64) -> Tried {
    let none = Tried { end: offset, is_part: false };
    layer.fill(offset + wide(HEADER_BYTES));
    let step = Step { name: "pst", offset, file: None };
    let Some(header) = Header::of(layer.from(offset)) else { return none };
    let depth = layer.depth + 1;
    if let Some(method) = header.unknown() {
        walk.refuse(step, &Fault::Method { method: method.to_owned() });
        return none;
    }
    let shown = RefCell::new(Vec::new());
    let read = |source: &dyn ReadAt, start: u64| {
        let volume = Volume::new(source, start, Bounds::DEFAULT);
        let mailbox = Mailbox {
            walk,
            depth,
            step: step.clone(),
            volume: &volume,
            header,
            tables: tables(),
            shown: &shown,
        };
        let fault = match walk.guarded(|| mailbox.read()) {
            Ok(Ok(())) => return,
            Ok(Err(error)) => Fault::of(&error),
            Err(fault) => fault,
        };
        walk.refuse(step.clone(), &fault);
    };
    match layer.random {
        Some(source) => read(source, offset),
        None => {
            let bytes = usize::try_from(header.bytes).unwrap_or(usize::MAX);
            let Some(_held) = walk.hold(bytes, &step) else { return none };
            layer.fill(offset.saturating_add(header.bytes));
            let held = layer.from(offset);
            read(&held, 0);
        }
    }
    let shown: Ranges = shown.into_inner().into_iter().collect();
    walk.shown_inside(shown.as_slice());
    layer.covered.add(shown.as_slice().to_vec());
    none
}

/// How the content of blocks is scrambled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scrambling {
    None,
    /// By one table.
    Permuted,
    /// By three, and the place.
    Cyclic,
    Other,
}

/// What the header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Header {
    version: u16,
    bytes: u64,
    /// Where the roots of the trees are.
    nodes: u64,
    blocks: u64,
    scrambling: Scrambling,
}

impl Header {
    fn of(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.get(..HEADER_BYTES)?;
        if !bytes.starts_with(MAGIC) || !CLIENTS.contains(&&bytes[8..10]) {
            return None;
        }
        let version = le16(bytes, 10);
        let is_wide = version >= WIDE_VERSION;
        let (length_at, nodes_at, blocks_at, scrambling_at, number_bytes) =
            if is_wide { (184, 224, 240, 513, 8) } else { (168, 188, 196, 461, 4) };
        let scrambling = match bytes[scrambling_at] {
            0 => Scrambling::None,
            1 => Scrambling::Permuted,
            2 => Scrambling::Cyclic,
            _ => Scrambling::Other,
        };
        let number = |at| le(bytes, at, number_bytes);
        let header = Self {
            version,
            bytes: number(length_at),
            nodes: number(nodes_at),
            blocks: number(blocks_at),
            scrambling,
        };
        (14..=64).contains(&version).then_some(header)
    }

    fn is_wide(self) -> bool {
        self.version >= WIDE_VERSION
    }

    /// How it is written, if that is not read here.
    fn unknown(self) -> Option<&'static str> {
        match self.scrambling {
            _ if self.version >= PACKED_VERSION => Some("ost-2013"),
            Scrambling::Other => Some("pst-protected"),
            _ => None,
        }
    }
}

/// A block: its number, where it stands, and how long it is.
#[derive(Debug, Clone, Copy)]
struct Block {
    id: u64,
    place: u64,
    bytes: usize,
}

/// A node: the number by which it is named, and the blocks of its content and of the nodes in it.
#[derive(Debug, Clone, Copy)]
struct Node {
    id: u32,
    data: u64,
    inner: u64,
    parent: u32,
}

impl Node {
    /// Its name: what it is, by the lower five bits of its number, and the number.
    fn name(id: u32) -> String {
        let kind = match id & 0x1f {
            0x02 => "folder",
            0x04 => "message",
            0x05 => "attachment",
            _ => "node",
        };
        format!("{kind}-{id:x}")
    }
}

struct Mailbox<'a, 'v, 's> {
    walk: &'a Walk<'v>,
    depth: usize,
    step: Step,
    volume: &'a Volume<'s>,
    header: Header,
    tables: Tables,
    /// Where what was shown stands in the layer, if it stands there as it is.
    shown: &'a RefCell<Vec<Range<u64>>>,
}

impl Mailbox<'_, '_, '_> {
    fn read(&self) -> io::Result<()> {
        let mut waiting = vec![(self.header.nodes, LEVELS_MAX)];
        let mut failure = Ok(());
        while let Some((place, above)) = waiting.pop() {
            let (level, entries) = match self.page(place, NODES, above) {
                Ok(page) => page,
                Err(error) => {
                    failure = failure.and(Err(error));
                    continue;
                }
            };
            if level > 0 {
                waiting.extend(entries.iter().rev().map(|entry| (self.number(entry, 2), level)));
                continue;
            }
            for entry in &entries {
                self.volume.entry()?;
                let node = Node {
                    id: le32(entry, 0),
                    data: self.number(entry, 1),
                    inner: self.number(entry, 2),
                    parent: le32(entry, 3 * self.number_bytes()),
                };
                let path = self.path(&node);
                if let Err(error) = self.node(&node, &path, 0) {
                    self.walk.refuse(Step { file: Some(path), ..self.step.clone() }, &Fault::of(&error));
                }
                if self.walk.is_exhausted() {
                    return Ok(());
                }
            }
        }
        failure
    }

    fn number_bytes(&self) -> usize {
        if self.header.is_wide() { 8 } else { 4 }
    }

    /// The number at this index among those of an entry.
    fn number(&self, entry: &[u8], index: usize) -> u64 {
        le(entry, index * self.number_bytes(), self.number_bytes())
    }

    /// The level and the entries of a page of a tree, which lies below one of the level `above`.
    fn page(&self, place: u64, kind: u8, above: u8) -> io::Result<(u8, Vec<Vec<u8>>)> {
        self.volume.link()?;
        let page = self.volume.bytes(place, PAGE_BYTES)?;
        let (facts, trailer) = if self.header.is_wide() { (488, 496) } else { (496, 500) };
        let (count, entry_bytes, level) =
            (usize::from(page[facts]), usize::from(page[facts + 2]), page[facts + 3]);
        let least = match (level, kind, self.header.is_wide()) {
            (0, NODES, true) => 28,
            (0, NODES, false) => 16,
            (_, _, true) => 20,
            (_, _, false) => 12,
        };
        let is_sound = page[trailer] == kind
            && page[trailer + 1] == kind
            && level < above
            && entry_bytes >= least
            && count * entry_bytes <= facts;
        if !is_sound {
            return Err(damaged(format!("no page of a tree at {place}")));
        }
        Ok((level, page.chunks(entry_bytes).take(count).map(<[u8]>::to_vec).collect()))
    }

    /// The entry of a tree for this number. The lowest bit of a block's number says nothing.
    fn find(&self, root: u64, kind: u8, id: u64) -> io::Result<Vec<u8>> {
        let of = |entry: &[u8]| {
            let id = self.number(entry, 0);
            if kind == BLOCKS { id & !1 } else { id & 0xffff_ffff }
        };
        let missing = || damaged(format!("no entry {id:x} in a tree"));
        let (mut place, mut above) = (root, LEVELS_MAX);
        loop {
            let (level, entries) = self.page(place, kind, above)?;
            let behind = entries.partition_point(|entry| of(entry) <= id);
            let entry = behind.checked_sub(1).and_then(|last| entries.get(last)).ok_or_else(missing)?;
            if level == 0 {
                return if of(entry) == id { Ok(entry.clone()) } else { Err(missing()) };
            }
            (place, above) = (self.number(entry, 2), level);
        }
    }

    fn block(&self, id: u64) -> io::Result<Block> {
        let entry = self.find(self.header.blocks, BLOCKS, id & !1)?;
        let bytes = usize::from(le16(&entry, 2 * self.number_bytes()));
        Ok(Block { id, place: self.number(&entry, 1), bytes })
    }

    /// The blocks of content, in their order. A block of the inner kind (bit 1 of its number) lists others, in two levels at most.
    fn blocks(&self, id: u64, levels: usize, out: &mut Vec<Block>) -> io::Result<()> {
        if id == 0 {
            return Ok(());
        }
        self.volume.link()?;
        let block = self.block(id)?;
        if id & 2 == 0 {
            out.push(block);
            return if out.len() > self.volume.bounds.pieces {
                Err(damaged(format!("a node of more than {} blocks", self.volume.bounds.pieces)))
            } else {
                Ok(())
            };
        }
        let list = self.volume.bytes(block.place, block.bytes)?;
        if levels == 0 || list.first() != Some(&1) {
            return Err(damaged(format!("block {id:x} lists no blocks")));
        }
        let numbers = list.get(8..).unwrap_or_default().chunks_exact(self.number_bytes());
        for number in numbers.take(usize::from(le16(&list, 2))) {
            self.blocks(self.number(number, 0), levels - 1, out)?;
        }
        Ok(())
    }

    /// The folders and messages in which a node lies, and its own name.
    fn path(&self, node: &Node) -> String {
        let mut names = vec![Node::name(node.id)];
        let (mut id, mut parent) = (node.id, node.parent);
        while parent != 0 && parent != id && names.len() < DEPTH_MAX {
            names.push(Node::name(parent));
            id = parent;
            let entry = self.find(self.header.nodes, NODES, u64::from(id));
            parent = entry.map_or(0, |entry| le32(&entry, 3 * self.number_bytes()));
        }
        names.reverse();
        names.join("/")
    }

    /// Shows the content of a node, and of the nodes in it.
    fn node(&self, node: &Node, path: &str, depth: usize) -> io::Result<()> {
        let mut blocks = Vec::new();
        let found = self.blocks(node.data, 2, &mut blocks);
        if let Some(first) = blocks.first() {
            let offset = self.step.offset.saturating_add(first.place);
            let step = Step { file: Some(path.to_owned()), offset, ..self.step.clone() };
            let taken = blocks.iter().fold(0, |sum, block| sum + wide(block.bytes));
            let start = |block: &Block| self.step.offset.saturating_add(block.place);
            let places: Vec<_> = blocks
                .iter()
                .map(|block| start(block)..start(block).saturating_add(wide(block.bytes)))
                .collect();
            let mut content =
                Content { mailbox: self, blocks: blocks.into_iter(), is_heap: None, ready: Ready::default() };
            let inside = Inside { taken, ..Inside::default() };
            let given = self.walk.open_inside(self.depth, step, &inside, &mut content);
            let mut shown = self.shown.borrow_mut();
            let is_open = self.header.scrambling == Scrambling::None;
            // What was not searched to its end, for the budget was used up, is not known to be dealt with.
            if is_open && given >= taken && !self.walk.is_exhausted() && shown.len() < PLACES_MAX {
                shown.extend(places);
            }
            drop(shown);
        }
        found?;
        self.inner(node.inner, path, depth, 1)
    }

    /// Shows the nodes that lie in a node.
    fn inner(&self, id: u64, path: &str, depth: usize, levels: usize) -> io::Result<()> {
        if id == 0 || self.walk.is_exhausted() {
            return Ok(());
        }
        if depth >= DEPTH_MAX {
            return Err(damaged(format!("more than {DEPTH_MAX} nodes in each other")));
        }
        self.volume.link()?;
        let block = self.block(id)?;
        let list = self.volume.bytes(block.place, block.bytes)?;
        let level = list.get(1).copied().map_or(0, usize::from);
        if list.first() != Some(&2) || level > levels {
            return Err(damaged(format!("block {id:x} lists no nodes")));
        }
        let (begin, numbers) = (if self.header.is_wide() { 8 } else { 4 }, if level == 0 { 3 } else { 2 });
        let entries = list.get(begin..).unwrap_or_default().chunks_exact(numbers * self.number_bytes());
        let mut failure = Ok(());
        for entry in entries.take(usize::from(le16(&list, 2))) {
            self.volume.entry()?;
            let read = if level > 0 {
                self.inner(self.number(entry, 1), path, depth, level - 1)
            } else {
                let (data, inner) = (self.number(entry, 1), self.number(entry, 2));
                let node = Node { id: le32(entry, 0), data, inner, parent: 0 };
                self.node(&node, &format!("{path}/{}", Node::name(node.id)), depth + 1)
            };
            failure = failure.and(read);
        }
        failure
    }
}

/// The tables of scrambling: the first, the second, and the first the other way round.
struct Tables([[u8; 256]; 3]);

fn tables() -> Tables {
    let read = |text: &str| {
        let digit =
            |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(0);
        let mut table = [0; 256];
        for (byte, pair) in table.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = digit(pair[0]) << 4 | digit(pair[1]);
        }
        table
    };
    let (first, second) = (read(TABLES[0]), read(TABLES[1]));
    let mut back = [0; 256];
    for (code, byte) in (0..=u8::MAX).zip(first) {
        back[usize::from(byte)] = code;
    }
    Tables([first, second, back])
}

impl Tables {
    fn unscramble(&self, bytes: &mut [u8], scrambling: Scrambling, id: u64) {
        let [first, second, back] = &self.0;
        // The key of a block is its number, its two halves put together.
        let [low, high, low_two, high_two, ..] = id.to_le_bytes();
        let mut key = u16::from_le_bytes([low ^ low_two, high ^ high_two]);
        for byte in bytes {
            match scrambling {
                Scrambling::Permuted => *byte = back[usize::from(*byte)],
                Scrambling::Cyclic => {
                    let [low, high] = key.to_le_bytes();
                    let changed = first[usize::from(byte.wrapping_add(low))].wrapping_add(high);
                    let changed = second[usize::from(changed)].wrapping_sub(high);
                    *byte = back[usize::from(changed)].wrapping_sub(low);
                    key = key.wrapping_add(1);
                }
                Scrambling::None | Scrambling::Other => return,
            }
        }
    }
}

/// The content of a node, block by block.
struct Content<'c, 'a, 'v, 's> {
    mailbox: &'c Mailbox<'a, 'v, 's>,
    blocks: vec::IntoIter<Block>,
    /// Whether it is a heap, once its first block is known.
    is_heap: Option<bool>,
    ready: Ready,
}

impl Read for Content<'_, '_, '_, '_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.ready.give(out);
            if count > 0 || out.is_empty() {
                return Ok(count);
            }
            let Some(block) = self.blocks.next() else { return Ok(0) };
            let mailbox = self.mailbox;
            let mut bytes = mailbox.volume.bytes(block.place, block.bytes)?;
            mailbox.tables.unscramble(&mut bytes, mailbox.header.scrambling, block.id);
            let is_heap = *self.is_heap.get_or_insert(bytes.get(2) == Some(&HEAP));
            if let Some(ready) = self.ready.anew() {
                if is_heap {
                    pieces(&bytes, ready);
                } else {
                    *ready = bytes;
                }
            }
        }
    }
}

/// The mark of a heap, behind the place of its map.
const HEAP: u8 = 0xec;

/// A line break in UTF-16, which one byte a letter has too.
const BREAK: [u8; 2] = [b'\n', 0];

/// The pieces of a block of a heap (2.3.1.5), by the map at its end, each with a line break behind it. Nothing is left out: what
/// the map does not tell stands as it is.
fn pieces(block: &[u8], out: &mut Vec<u8>) {
    let map = usize::from(le16(block, 0));
    let count = usize::from(le16(block, map));
    let mut at = 0;
    for index in 0..=count {
        let next = usize::from(le16(block, map + 4 + 2 * index));
        if next < at || next > block.len() {
            break;
        }
        out.extend_from_slice(&block[at..next]);
        out.extend_from_slice(&BREAK);
        at = next;
    }
    out.extend_from_slice(&block[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::images;

    fn read<T>(image: &Vec<u8>, bounds: Bounds, with: impl FnOnce(&Mailbox<'_, '_, '_>) -> T) -> T {
        let mut visitor = Nobody;
        let walk = Walk::new(&mut visitor, crate::Limits::default());
        let volume = Volume::new(image, 0, bounds);
        let step = Step { name: "pst", offset: 0, file: None };
        let (header, shown) = (Header::of(image).unwrap(), RefCell::default());
        with(&Mailbox {
            walk: &walk,
            depth: 1,
            step,
            volume: &volume,
            header,
            tables: tables(),
            shown: &shown,
        })
    }

    /// A mailbox that is scrambled as most are.
    fn pst(text: &[u8]) -> Vec<u8> {
        let Tables([first, ..]) = tables();
        images::pst(text, 1, |byte| first[usize::from(byte)])
    }

    struct Nobody;

    impl crate::Visitor for Nobody {
        fn enter(&mut self, _: crate::Opened<'_>) -> std::ops::ControlFlow<()> {
            std::ops::ControlFlow::Continue(())
        }
        fn bytes(&mut self, _: usize, _: &[u8]) -> std::ops::ControlFlow<()> {
            std::ops::ControlFlow::Continue(())
        }
        fn leave(&mut self) -> std::ops::ControlFlow<()> {
            std::ops::ControlFlow::Continue(())
        }
        fn fault(&mut self, _: &[Step], _: &Fault) -> std::ops::ControlFlow<()> {
            std::ops::ControlFlow::Continue(())
        }
    }

    #[test]
    fn the_tables_are_those_of_the_standard() {
        let Tables([first, second, back]) = tables();
        for code in 0..=u8::MAX {
            let at = usize::from(code);
            assert_eq!((back[usize::from(first[at])], second[usize::from(second[at])]), (code, code));
        }
        let mut text = *b"Hello, World!";
        tables().unscramble(&mut text, Scrambling::Cyclic, 0x1234_5678);
        assert_ne!(&text, b"Hello, World!");
        tables().unscramble(&mut text, Scrambling::Cyclic, 0x1234_5678);
        assert_eq!(&text, b"Hello, World!");
    }

    #[test]
    fn pieces_of_a_heap_are_parted_and_none_is_left_out() {
        let mut block = vec![20, 0, HEAP, 0xbc];
        block.extend(b"headSubjectBody.");
        block.extend([2, 0, 0, 0, 8, 0, 15, 0, 19, 0]);
        let mut out = Vec::new();
        pieces(&block, &mut out);
        let text = String::from_utf8_lossy(&out);
        assert!(text.contains("Subject\n\0Body\n\0."), "{text:?}");
        assert_eq!(out.len(), block.len() + 3 * BREAK.len());
        for wrong in [&[][..], &[9], &[0xff, 0xff, HEAP, 0xbc, 1, 2, 3]] {
            let mut out = Vec::new();
            pieces(wrong, &mut out);
            assert!(out.ends_with(wrong), "{wrong:?} {out:?}");
        }
    }

    #[test]
    fn trees_are_no_deeper_than_allowed() {
        let image = pst(b"text");
        let root = |above| {
            read(&image, Bounds::DEFAULT, |mailbox| mailbox.page(mailbox.header.nodes, NODES, above).is_ok())
        };
        assert!(root(LEVELS_MAX) && root(2) && !root(1));
        let mut endless = image.clone();
        let nodes = usize::try_from(Header::of(&image).unwrap().nodes).unwrap();
        endless[nodes + 16..nodes + 24].copy_from_slice(&wide(nodes).to_le_bytes());
        assert!(read(&endless, Bounds::DEFAULT, |mailbox| mailbox.read().is_err()));
    }

    #[test]
    fn bounds_hold_at_the_limit_and_one_past_it() {
        let image = pst(&[b'.'; 9000]);
        let count = |bounds: Bounds| {
            read(&image, bounds, |mailbox| {
                let mut blocks = Vec::new();
                let data = mailbox.number(&mailbox.find(mailbox.header.nodes, NODES, 0x0020_0024)?, 1);
                mailbox.blocks(data, 2, &mut blocks).map(|()| blocks.len())
            })
        };
        let most = Bounds { pieces: 2, ..Bounds::DEFAULT };
        assert_eq!(count(most).ok(), Some(2));
        assert!(count(Bounds { pieces: 1, ..most }).is_err());
        // Two pages to the node, and for its list and each of two blocks one page and one link.
        assert_eq!(count(Bounds { links: 8, ..most }).ok(), Some(2));
        assert!(count(Bounds { links: 7, ..most }).is_err());
        let entries =
            |entries| read(&image, Bounds { entries, ..Bounds::DEFAULT }, |mailbox| mailbox.read().is_ok());
        assert!(entries(3) && !entries(2));
    }

    #[test]
    fn nodes_lie_no_deeper_in_each_other_than_allowed() {
        let image = pst(b"text");
        let inner = |depth| {
            read(&image, Bounds::DEFAULT, |mailbox| {
                let entry = mailbox.find(mailbox.header.nodes, NODES, 0x0020_0024)?;
                mailbox.inner(mailbox.number(&entry, 2), "", depth, 1)
            })
        };
        assert!(inner(DEPTH_MAX - 1).is_ok());
        assert!(inner(DEPTH_MAX).is_err());
    }

    #[test]
    fn other_files_and_other_versions_are_told() {
        let image = pst(b"text");
        assert_eq!(Header::of(&image[..HEADER_BYTES - 1]), None);
        assert_eq!(Header::of(&image).unwrap().unknown(), None);
        let mut other = image.clone();
        other[10] = 36;
        assert_eq!(Header::of(&other).unwrap().unknown(), Some("ost-2013"));
        other = image.clone();
        other[513] = 0x10;
        assert_eq!(Header::of(&other).unwrap().unknown(), Some("pst-protected"));
        other[8] = b'x';
        assert_eq!(Header::of(&other), None);
    }
}
