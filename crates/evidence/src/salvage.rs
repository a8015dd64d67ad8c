//! Reading what a failing device still gives.
//!
//! Where a block of a device cannot be read, its sectors are tried one by one. A sector that does not read is zeros in
//! the copy, so that everything behind it stays in its place, and is noted. What is noted goes into the record: a copy
//! of a failing device is as good as its list of gaps is honest.

use std::fs::File;
use std::io::{self, Read};

use rustix::io::Errno;
use serde::{Deserialize, Serialize};

use crate::hash::length;

/// The unit in which devices fail. Those with sectors of 4,096 bytes fail in eight of these at once.
const SECTOR_BYTES: u64 = 512;
/// So many unreadable bytes in a row are a device that is dead or gone, and no bad spot of one that is read.
pub const MAX_RUN_BYTES: u64 = 256 << 20;
/// The most places of one intake that are noted. With more, a tool that reads a device again and again is the right one.
pub const MAX_PLACES: usize = 1_000;

/// Bytes that could not be read, and are zeros in the copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unread {
    /// What they lie in, as the intake was told.
    pub path: String,
    /// Where they begin.
    pub offset: u64,
    /// How many they are.
    pub length: u64,
}

/// Something that is read at any place.
pub(crate) trait ReadAt {
    fn read_at(&self, out: &mut [u8], offset: u64) -> io::Result<usize>;
}

impl ReadAt for File {
    fn read_at(&self, out: &mut [u8], offset: u64) -> io::Result<usize> {
        std::os::unix::fs::FileExt::read_at(self, out, offset)
    }
}

/// Reads a device from its beginning to its end, with zeros where it fails.
pub(crate) struct Salvage<'a, D> {
    device: &'a D,
    size: u64,
    at: u64,
    /// Up to here sectors are read one by one, because a block failed.
    careful_to: u64,
    /// Where it failed: beginning and length.
    pub(crate) unread: Vec<(u64, u64)>,
}

impl<'a, D: ReadAt> Salvage<'a, D> {
    pub(crate) fn new(device: &'a D, size: u64) -> Self {
        Self { device, size, at: 0, careful_to: 0, unread: vec![] }
    }

    fn step(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = self.size - self.at;
        let most = if self.at < self.careful_to { SECTOR_BYTES - self.at % SECTOR_BYTES } else { u64::MAX };
        let want = usize::try_from(left.min(most)).unwrap_or(usize::MAX).min(out.len());
        match self.device.read_at(&mut out[..want], self.at) {
            // It was longer before.
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(read) => Ok(read),
            Err(error) if Errno::from_io_error(&error) != Some(Errno::IO) => Err(error),
            Err(error) if self.at < self.careful_to => {
                out[..want].fill(0);
                self.note(length(&out[..want]), error)?;
                Ok(want)
            }
            Err(_) => {
                self.careful_to = self.at + length(&out[..want]);
                self.step(out)
            }
        }
    }

    fn note(&mut self, bytes: u64, error: io::Error) -> io::Result<()> {
        let run = match self.unread.last_mut() {
            Some((begin, run)) if *begin + *run == self.at => {
                *run += bytes;
                *run
            }
            _ => {
                self.unread.push((self.at, bytes));
                bytes
            }
        };
        if run > MAX_RUN_BYTES || self.unread.len() > MAX_PLACES { Err(error) } else { Ok(()) }
    }
}

impl<D: ReadAt> Read for Salvage<'_, D> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || out.is_empty() {
            return Ok(0);
        }
        let read = self.step(out)?;
        self.at += length(&out[..read]);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A device that fails where it is told to: from, and to.
    struct Failing {
        bytes: Vec<u8>,
        bad: Vec<(u64, u64)>,
        error: Errno,
    }

    impl ReadAt for Failing {
        fn read_at(&self, out: &mut [u8], offset: u64) -> io::Result<usize> {
            let end = offset + length(out);
            if self.bad.iter().any(|(from, to)| *from < end && offset < *to) {
                return Err(self.error.into());
            }
            let from = usize::try_from(offset).unwrap();
            let read = out.len().min(self.bytes.len() - from);
            out[..read].copy_from_slice(&self.bytes[from..from + read]);
            Ok(read)
        }
    }

    fn device(bad: Vec<(u64, u64)>) -> Failing {
        let bytes = (0..300_000_u32).map(|at| u8::try_from(at % 251 + 1).unwrap()).collect();
        Failing { bytes, bad, error: Errno::IO }
    }

    fn read(device: &Failing, block: usize) -> (io::Result<Vec<u8>>, Vec<(u64, u64)>) {
        let mut salvage = Salvage::new(device, length(&device.bytes));
        let (mut all, mut block) = (vec![], vec![0; block]);
        let whole = loop {
            match salvage.read(&mut block) {
                Ok(0) => break Ok(all),
                Ok(read) => all.extend_from_slice(&block[..read]),
                Err(error) => break Err(error),
            }
        };
        (whole, salvage.unread)
    }

    #[test]
    fn a_bad_sector_costs_itself_and_nothing_else() {
        // Within a sector, over the end of one, and up to the end of the device, whose last sector is short.
        let device = device(vec![(1_000, 1_001), (70_000, 71_000), (299_990, 300_000)]);
        let gaps = [(512, 512), (69_632, 1_536), (299_520, 480)];
        for block in [512, 4_096, 65_536, 1 << 20] {
            let (whole, unread) = read(&device, block);
            let whole = whole.unwrap();
            assert_eq!(unread, gaps, "{block}");
            assert_eq!(whole.len(), device.bytes.len());
            for (at, (read, held)) in (0_u64..).zip(whole.iter().zip(&device.bytes)) {
                let lost = gaps.iter().any(|(from, run)| (*from..from + run).contains(&at));
                assert_eq!(*read, if lost { 0 } else { *held }, "byte {at} in blocks of {block}");
            }
        }
    }

    #[test]
    fn a_device_that_is_gone_or_dead_ends_the_reading() {
        let gone = Failing { error: Errno::NODEV, ..device(vec![(1_000, 2_000)]) };
        assert_eq!(Errno::from_io_error(&read(&gone, 4_096).0.unwrap_err()), Some(Errno::NODEV));
        // Every other sector fails: at the limit it is read, and one past it is not.
        let spots = |count: u64| {
            let bad = (0..count).map(|spot| (spot * 1_024, spot * 1_024 + 1)).collect();
            Failing { bytes: vec![7; 1_100_000], ..device(bad) }
        };
        let most = u64::try_from(MAX_PLACES).unwrap();
        assert_eq!(read(&spots(most), 65_536).1.len(), MAX_PLACES);
        assert!(read(&spots(most), 65_536).0.is_ok() && read(&spots(most + 1), 65_536).0.is_err());
    }

    #[test]
    fn a_run_is_taken_at_the_limit_and_refused_one_past_it() {
        struct Dead;
        impl ReadAt for Dead {
            fn read_at(&self, _: &mut [u8], _: u64) -> io::Result<usize> {
                Err(Errno::IO.into())
            }
        }
        let mut block = vec![0; 1 << 20];
        let mut read = |size: u64| {
            let mut dead = Salvage::new(&Dead, size);
            loop {
                match dead.read(&mut block) {
                    Ok(0) => break true,
                    Ok(_) => {}
                    Err(_) => break false,
                }
            }
        };
        assert!(read(MAX_RUN_BYTES) && !read(MAX_RUN_BYTES + 1));
    }
}
