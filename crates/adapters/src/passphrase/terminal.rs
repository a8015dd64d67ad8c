//! Reading a line from a terminal that shows nothing of it.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read, Write};

use rustix::termios::{
    InputModes, LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use zeroize::Zeroizing;

use super::{MAX_PASSPHRASE_BYTES, PassphraseError};

/// The terminal of this process, whatever its standard streams are.
pub(super) fn open() -> Result<File, PassphraseError> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .open("/dev/tty")
        .map_err(|source| PassphraseError::NoTerminal { source })
}

/// Writes `prompt`, reads a line without echo, and leaves the terminal as it was.
///
/// The line is edited here and not by the terminal, and Ctrl-C comes as a character and not as a signal: so whatever
/// happens passes the place that turns the echo on again.
pub(super) fn read_hidden(tty: &File, prompt: &str) -> Result<Zeroizing<Vec<u8>>, PassphraseError> {
    let _quiet = Quiet::new(tty)?;
    let unreadable = |source| PassphraseError::Unreadable { path: None, source };
    let mut tty = tty;
    // After the echo is off, so that nobody answers a moment too early.
    tty.write_all(prompt.as_bytes()).map_err(unreadable)?;
    // One more than the limit, so that the line never moves in memory.
    let mut line = Zeroizing::new(Vec::with_capacity(MAX_PASSPHRASE_BYTES + 1));
    let mut byte = Zeroizing::new([0]);
    let result = loop {
        match tty.read(&mut byte[..]) {
            Ok(0) => break Err(PassphraseError::Cancelled),
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(source) => break Err(unreadable(source)),
        }
        match byte[0] {
            b'\n' | b'\r' => break Ok(()),
            key::CTRL_C => break Err(PassphraseError::Cancelled),
            key::CTRL_D if line.is_empty() => break Err(PassphraseError::Cancelled),
            key::CTRL_D => break Ok(()),
            key::BACKSPACE | key::DELETE => erase_character(&mut line),
            key::CTRL_U => line.clear(),
            _ if line.len() == MAX_PASSPHRASE_BYTES => break Err(PassphraseError::TooLong),
            other => line.push(other),
        }
    };
    // The line end that was typed was not shown either.
    let _ = tty.write_all(b"\n");
    result.map(|()| line)
}

mod key {
    //! The keys that edit.
    pub const CTRL_C: u8 = 0x03;
    pub const CTRL_D: u8 = 0x04;
    pub const BACKSPACE: u8 = 0x08;
    pub const CTRL_U: u8 = 0x15;
    pub const DELETE: u8 = 0x7f;
}

/// Takes away the last character: its bytes that continue (10xxxxxx) and the one that began it.
fn erase_character(line: &mut Vec<u8>) {
    while let Some(byte) = line.pop() {
        if byte & 0b1100_0000 != 0b1000_0000 {
            break;
        }
    }
}

/// A terminal without echo, for as long as the value lives.
struct Quiet<'a> {
    tty: &'a File,
    before: Termios,
}

impl<'a> Quiet<'a> {
    fn new(tty: &'a File) -> Result<Self, PassphraseError> {
        let no_terminal = |source: rustix::io::Errno| PassphraseError::NoTerminal { source: source.into() };
        let before = tcgetattr(tty).map_err(no_terminal)?;
        let mut quiet = before.clone();
        quiet.local_modes -= LocalModes::ECHO
            | LocalModes::ECHONL
            | LocalModes::ICANON
            | LocalModes::ISIG
            | LocalModes::IEXTEN;
        quiet.input_modes |= InputModes::ICRNL;
        quiet.special_codes[SpecialCodeIndex::VMIN] = 1;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        // What was typed before the question is no answer to it.
        tcsetattr(tty, OptionalActions::Flush, &quiet).map_err(no_terminal)?;
        Ok(Self { tty, before })
    }
}

impl Drop for Quiet<'_> {
    fn drop(&mut self) {
        let _ = tcsetattr(self.tty, OptionalActions::Flush, &self.before);
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

    use super::*;
    use crate::passphrase::Passphrase;

    const PROMPT: &str = "Passphrase: ";

    /// Types `keys` at a pseudo-terminal once the prompt is there; gives what was read, what the terminal showed,
    /// and whether it echoes afterwards.
    fn type_at(keys: &[u8]) -> (Result<Zeroizing<Vec<u8>>, PassphraseError>, Vec<u8>, bool) {
        let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&controller).unwrap();
        unlockpt(&controller).unwrap();
        let name = ptsname(&controller, Vec::new()).unwrap();
        let tty = OpenOptions::new().read(true).write(true).open(name.to_str().unwrap()).unwrap();
        let mut controller = File::from(controller);
        let result = thread::scope(|scope| {
            let reader = scope.spawn(|| read_hidden(&tty, PROMPT));
            let mut shown = vec![0; PROMPT.len()];
            controller.read_exact(&mut shown).unwrap();
            assert_eq!(shown, PROMPT.as_bytes());
            controller.write_all(keys).unwrap();
            reader.join().unwrap()
        });
        let echoes = tcgetattr(&tty).unwrap().local_modes.contains(LocalModes::ECHO | LocalModes::ICANON);
        drop(tty);
        // With the terminal closed the read ends with an error once everything shown has been read.
        let mut shown = Vec::new();
        let _ = controller.read_to_end(&mut shown);
        (result, shown, echoes)
    }

    #[test]
    fn what_is_typed_is_read_and_not_shown_and_the_echo_comes_back() {
        let (line, shown, echoes) = type_at(b"open sesame\r");
        assert_eq!(line.unwrap().as_slice(), b"open sesame");
        assert_eq!(shown, b"\r\n", "only the line end is shown");
        assert!(echoes);
    }

    #[test]
    fn the_editing_keys_take_whole_characters() {
        let keys = [b"wrong\x15".as_slice(), "abй\x7fc\x08d\n".as_bytes()].concat();
        assert_eq!(type_at(&keys).0.unwrap().as_slice(), b"abd");
    }

    #[test]
    fn ctrl_c_and_ctrl_d_on_nothing_cancel_and_the_echo_comes_back() {
        for keys in [&b"half\x03"[..], b"\x04"] {
            let (line, _, echoes) = type_at(keys);
            assert!(matches!(line, Err(PassphraseError::Cancelled)));
            assert!(echoes);
        }
        assert_eq!(type_at(b"whole\x04").0.unwrap().as_slice(), b"whole");
    }

    #[test]
    fn the_longest_line_is_read_and_one_byte_more_is_refused() {
        let longest = vec![b'x'; MAX_PASSPHRASE_BYTES];
        assert_eq!(type_at(&[&longest[..], b"\n"].concat()).0.unwrap().len(), MAX_PASSPHRASE_BYTES);
        let (line, _, echoes) = type_at(&[&longest[..], b"x\n"].concat());
        assert!(matches!(line, Err(PassphraseError::TooLong)));
        assert!(echoes);
    }

    #[test]
    fn an_arrow_key_is_no_part_of_a_passphrase() {
        let (line, ..) = type_at(b"abc\x1b[D\n");
        assert!(matches!(Passphrase::from_bytes(&line.unwrap()), Err(PassphraseError::NotText)));
    }

    #[test]
    fn a_file_is_no_terminal() {
        let file = tempfile::tempfile().unwrap();
        assert!(matches!(read_hidden(&file, PROMPT), Err(PassphraseError::NoTerminal { .. })));
    }
}
