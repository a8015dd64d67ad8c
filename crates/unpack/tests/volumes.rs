//! Disks and file systems: whose files are shown, what is said of them, and what the search of the raw bytes still finds.

use std::ops::Range;

use comity_unpack::{Fault, Limits, Ranges};
use proptest::prelude::*;

use crate::images::{EXT_BLOCKS, FAT_CLUSTERS, NTFS_CLUSTERS, disk, ext, fat, fat_at, ntfs, pst};
use crate::kept::{All, Kept, gzip, opened, opened_within, read, zip_entry};

/// A text in which a word lies on the border of the first two pieces of each file system.
fn text() -> Vec<u8> {
    let mut text = vec![b'.'; 1500];
    for border in [512, 1024] {
        text[border - 5..border + 5].copy_from_slice(b"everywhere");
    }
    text
}

/// The layer of a file by the end of its way.
fn file<'a>(all: &'a All, name: &str, path: &str) -> &'a Kept {
    let is_it = |layer: &&Kept| {
        layer.steps.last().is_some_and(|step| step.name == name && step.file.as_deref() == Some(path))
    };
    all.layers.iter().find(is_it).unwrap_or_else(|| panic!("no {name}({path}) among {:?}", all.ways()))
}

fn small_ones() -> [(&'static str, Vec<u8>, usize); 4] {
    [
        ("ext", ext(&text(), false), EXT_BLOCKS[0] * 1024),
        ("ext", ext(&text(), true), EXT_BLOCKS[0] * 1024),
        ("fat", fat(&text()), fat_at(FAT_CLUSTERS[0])),
        ("ntfs", ntfs(&text()), NTFS_CLUSTERS[0] * 512),
    ]
}

#[test]
fn files_in_pieces_are_shown_whole_by_their_paths_and_times() {
    for (name, image, at) in small_ones() {
        for (bytes, path, start) in
            [(image.clone(), "docs/note.txt", 0), (disk(&image), "partition-2/docs/note.txt", 8 * 512)]
        {
            let all = opened(&bytes);
            assert_eq!(all.faults, [], "{name}");
            let note = file(&all, name, path);
            assert_eq!(note.bytes, text());
            assert_eq!(note.steps[0].offset, u64::try_from(start + at).unwrap());
            let modified = note.times.unwrap().modified.unwrap();
            assert!((1_231_006_504..=1_231_006_505).contains(&modified.seconds), "{name}: {modified:?}");
            assert_eq!(modified.is_local, name == "fat");
        }
    }
}

#[test]
fn where_a_file_lies_is_told_and_nothing_else() {
    for (name, image, _) in small_ones() {
        let all = opened(&image);
        let told = Ranges::from_iter(all.layers[0].inside.clone());
        let first = memchr::memmem::find(&image, b".......").unwrap();
        let place = |start: usize, end: usize| -> Range<u64> { start as u64..end as u64 };
        assert!(told.has(&place(first, first + 400)), "{name}");
        assert!(!told.has(&place(0, 100)), "{name}");
        // No slack: a text of 1500 bytes ends within a block. NTFS has two small files besides.
        let bytes: u64 = all.layers[0].inside.iter().map(|range| range.end - range.start).sum();
        assert_eq!(bytes, if name == "ntfs" { 1524 } else { 1500 });
    }
}

#[test]
fn what_lies_in_a_file_is_opened_there_and_once() {
    let mut text = gzip(b"the packed word of the file, for all to read");
    text.resize(1500, b' ');
    for image in [ext(&text, false), fat(&text), ntfs(&text)] {
        let ways = opened(&image).with("packed word");
        assert_eq!(ways.len(), 1, "{ways:?}");
        assert!(ways[0].ends_with("(docs/note.txt)-0-gzip"), "{ways:?}");
    }
}

#[test]
fn free_space_is_still_searched_and_opened() {
    let mut image = fat(&text());
    let lost = gzip(b"what was deleted is here, for all to read");
    image[fat_at(40)..fat_at(40) + lost.len()].copy_from_slice(&lost);
    let ways = opened(&image).with("what was deleted");
    assert_eq!(ways, [format!("{}-gzip", fat_at(40))]);
}

#[test]
fn a_disk_that_came_out_of_a_decoder_is_opened_in_memory() {
    for (name, image, _) in small_ones() {
        let packed = gzip(&disk(&image));
        let all = opened(&packed);
        assert_eq!(file(&all, name, "partition-2/docs/note.txt").bytes, text());
        let all = opened(&zip_entry("disk.img", 0, 0, &image));
        assert_eq!(file(&all, name, "docs/note.txt").bytes, text());
    }
    // One byte less than it needs, and it is told; all that it needs, and it is opened.
    let image = fat(&text());
    let held = |held_bytes| {
        let limits = Limits { held_bytes, ..Limits::default() };
        opened_within(&gzip(&image), &limits).0
    };
    let short = held(image.len() - 1);
    assert_eq!(short.faults.last().unwrap().1, Fault::TooLarge { limit: image.len() - 1 });
    assert_eq!(short.faults.last().unwrap().0.last().unwrap().name, "fat");
    assert_eq!(held(image.len()).faults, []);
}

#[test]
fn a_disk_inside_a_file_is_opened_at_any_place() {
    let mut inner = fat(b"deep inside");
    inner.truncate(3072);
    inner[19] = 6;
    let image = ext(&inner, true);
    let all = opened(&image);
    let note = all.layers.iter().find(|layer| layer.bytes == b"deep inside");
    assert!(note.is_none(), "its cluster is not in what is left of it");
    assert!(all.faults.iter().any(|(steps, _)| steps.len() == 2), "{:?}", all.faults);
    let mut small = fat(b"deep inside");
    small.copy_within(fat_at(FAT_CLUSTERS[0])..fat_at(FAT_CLUSTERS[0]) + 512, fat_at(3));
    small[fat_at(2) + 64 + 26] = 3;
    small[512 + 4..512 + 6].copy_from_slice(&[0xff, 0xff]);
    small.truncate(3072);
    small[19] = 6;
    let all = opened(&ext(&small, true));
    let note = file(&all, "fat", "docs/note.txt");
    assert_eq!((note.bytes.as_slice(), note.steps.len()), (&b"deep inside"[..], 2));
}

#[test]
fn damage_is_told_and_costs_only_what_it_hits() {
    let mut image = ext(&text(), false);
    // The folder's inode is gone.
    image[3 * 1024 + 11 * 128..3 * 1024 + 12 * 128].fill(0);
    image[3 * 1024 + 11 * 128 + 1] = 0x41;
    image[3 * 1024 + 11 * 128 + 5] = 0xff;
    image[3 * 1024 + 11 * 128 + 6] = 0xff;
    image[3 * 1024 + 11 * 128 + 40] = 0xff;
    let all = opened(&disk(&image));
    assert_eq!(all.faults.len(), 1, "{:?}", all.faults);
    assert_eq!(all.faults[0].0[0].file.as_deref(), Some("partition-2/docs"));
    assert_eq!(all.layers[0].bytes, disk(&image));
}

#[test]
fn a_real_image_in_an_evidence_file_is_read_by_its_names() {
    let name = "a_real_image_in_an_evidence_file_is_read_by_its_names";
    let Some(image) = read(name, "images/ext2.E01") else { return };
    let passwords = read(name, "images/password.txt").unwrap();
    let all = opened(&image);
    assert_eq!(all.faults, []);
    let file = file(&all, "ext", "passwords.txt");
    assert_eq!(file.bytes, passwords);
    assert_eq!(file.steps[0].name, "ewf");
    assert!(file.times.unwrap().modified.is_some());
}

#[test]
fn the_media_of_an_image_are_not_counted_as_unpacked() {
    let name = "the_media_of_an_image_are_not_counted_as_unpacked";
    let Some(image) = read(name, "images/ext2.E01") else { return };
    let limits = Limits { decoded_bytes: 100_000, ..Limits::default() };
    let (all, walked) = opened_within(&image, &limits);
    assert_eq!((all.faults.len(), all.layers[1].bytes.len()), (0, 4 << 20));
    assert!(walked.decoded_bytes <= 100_000);
    // An image inside something else is.
    let all = opened_within(&gzip(&image), &limits).0;
    assert!(
        all.faults.iter().any(|(_, fault)| *fault == Fault::Bytes { limit: 100_000 }),
        "{:?}",
        all.faults
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damage_anywhere_ends_and_loses_no_byte(
        which in 0_usize..4,
        damage in proptest::collection::vec((0_usize..16_384, any::<u8>()), 1..12),
        end in 0_usize..60_000,
    ) {
        let (_, mut image, _) = small_ones()[which].clone();
        for (at, byte) in damage {
            let length = image.len();
            image[at % length] = byte;
        }
        image.truncate(end.max(2048));
        // That all bytes of the input are shown is looked at by what opens it.
        let limits = Limits { decoded_bytes: 4 << 20, parts: 2000, ratio_allowance: 1 << 20, ..Limits::default() };
        let (all, walked) = opened_within(&image, &limits);
        prop_assert!(walked.decoded_bytes <= 4 << 20);
        for layer in &all.layers {
            prop_assert!(layer.inside.windows(2).all(|pair| pair[0].start < pair[1].start && pair[0].end < pair[1].end));
        }
    }
}

#[test]
fn messages_of_a_mailbox_are_shown_by_the_way_to_them() {
    let body = b"Pay to the wallet of the message, for all to read. ".repeat(200);
    let mailbox = pst(&body, 0, |byte| byte);
    let ways = |all: &All| -> Vec<String> {
        let last = |layer: &Kept| layer.steps.last().and_then(|step| step.file.clone());
        all.layers.iter().filter_map(last).collect()
    };
    let message = "folder-122/folder-8022/message-200024";
    for around in [mailbox.clone(), gzip(&mailbox), [vec![0; 512], mailbox.clone()].concat()] {
        let all = opened(&around);
        assert_eq!(ways(&all), [message.to_owned(), format!("{message}/attachment-8025")]);
        let shown = all.layers.iter().find(|layer| layer.steps.last().is_some_and(|step| step.name == "pst"));
        assert_eq!(shown.unwrap().bytes, body);
        assert_eq!(all.faults, []);
    }
}

#[test]
fn damage_in_a_mailbox_is_told_and_the_rest_is_read() {
    let mut mailbox = pst(b"the text of the message, for all to read", 0, |byte| byte);
    // The tree of blocks does not know the list of the attachments.
    let last = 1024 + 3 * 24;
    mailbox[last..last + 8].fill(0xff);
    let all = opened(&mailbox);
    assert_eq!(all.faults.len(), 1);
    assert_eq!(all.faults[0].0[0].file.as_deref(), Some("folder-122/folder-8022/message-200024"));
    let text = "the text of the message";
    assert!(all.with(text).iter().any(|way| way.contains("pst(")));
    // It stands open in the mailbox, and is told as shown.
    let told: Ranges = all.layers[0].inside.clone().into_iter().collect();
    assert!(told.has(&(2560..2560 + 40)));
}
