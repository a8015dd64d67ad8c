//! A process that gives up what it does not need before it reads foreign bytes, for work that takes threads and files of
//! its own and so has no place in the [`sandbox`](crate::sandbox).

use std::path::Path;

/// The version of Landlock from which on it takes away TCP.
pub const LANDLOCK_OF_TCP: u32 = 4;

/// What a process keeps that gives up the rest.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kept<'a> {
    /// Files below these are read.
    pub read: &'a [&'a Path],
    /// Files below these are read, made, written and removed.
    pub write: &'a [&'a Path],
    /// Empty folders below these are removed, such as one that was made for what was then refused.
    pub clear: &'a [&'a Path],
    /// Connections are made to these TCP ports. A port is a port on every machine: the kernel does not ask for the
    /// address.
    pub connect: &'a [u16],
}

/// Gives up the network and every file but for what is kept, for this thread and all that it starts from now on, for
/// good. What is open stays open. No other thread may run yet: it would keep its rights.
///
/// Gives the version of Landlock that is in force, which takes away files from 1 and TCP from [`LANDLOCK_OF_TCP`]; 0
/// where the kernel has none, and then nothing was given up.
pub fn confine(kept: &Kept<'_>) -> u32 {
    #[cfg(target_os = "linux")]
    {
        let _ = rustix::thread::set_no_new_privs(true);
        linux::landlock(kept)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = kept;
        0
    }
}

#[cfg(target_os = "linux")]
pub(crate) use linux::landlock;

#[cfg(target_os = "linux")]
mod linux {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, LandlockStatus, NetPort, Ruleset,
        RulesetAttr, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope, path_beneath_rules,
    };

    use super::Kept;

    /// Handles every right that Landlock knows, and grants these. Gives the version in force, 0 for none.
    pub(crate) fn landlock(kept: &Kept<'_>) -> u32 {
        /// The newest version that the library knows. On an older kernel it asks for what that kernel has.
        const NEWEST: ABI = ABI::V10;
        let restrict = || -> Result<_, RulesetError> {
            let ports = kept
                .connect
                .iter()
                .map(|port| Ok::<_, RulesetError>(NetPort::new(*port, AccessNet::ConnectTcp)));
            Ruleset::default()
                .set_compatibility(CompatLevel::BestEffort)
                .handle_access(AccessFs::from_all(NEWEST))?
                .handle_access(AccessNet::from_all(NEWEST))?
                .scope(Scope::from_all(NEWEST))?
                .create()?
                .add_rules(path_beneath_rules(kept.read, AccessFs::from_read(NEWEST)))?
                .add_rules(path_beneath_rules(kept.write, AccessFs::from_all(NEWEST)))?
                .add_rules(path_beneath_rules(kept.clear, AccessFs::RemoveDir))?
                .add_rules(ports)?
                .restrict_self()
        };
        match restrict() {
            Ok(status) if status.ruleset != RulesetStatus::NotEnforced => match status.landlock {
                LandlockStatus::Available { effective_abi, .. } => {
                    u32::try_from(effective_abi as i32).unwrap_or(0)
                }
                _ => 0,
            },
            _ => 0,
        }
    }

    #[cfg(test)]
    mod tests {
        use std::fs::{self, File};
        use std::io::{ErrorKind, Write as _};
        use std::net::TcpStream;

        use super::super::{Kept, LANDLOCK_OF_TCP, confine};

        #[test]
        fn what_is_not_named_is_out_of_reach_and_what_is_named_is_not() {
            let folders = tempfile::tempdir().unwrap();
            let [read, write, clear, other] =
                ["read", "write", "clear", "other"].map(|name| folders.path().join(name));
            for folder in [&read, &write, &clear, &other] {
                fs::create_dir_all(folder.join("empty")).unwrap();
                File::create(folder.join("file")).unwrap();
            }
            // Landlock belongs to a thread and what it starts, so a thread of the test can give up alone.
            let confined = std::thread::spawn(move || {
                let kept = Kept { read: &[&read], write: &[&write], clear: &[&clear], ..Kept::default() };
                if confine(&kept) == 0 {
                    let _ = writeln!(std::io::stderr(), "SKIPPED confine: the kernel has no Landlock");
                    return;
                }
                let refused = Some(ErrorKind::PermissionDenied);
                let kind = |result: std::io::Result<File>| result.err().map(|error| error.kind());
                assert_eq!(kind(File::open(read.join("file"))), None);
                assert_eq!(kind(File::create(read.join("new"))), refused);
                assert_eq!(kind(File::create(write.join("new"))), None);
                fs::rename(write.join("new"), write.join("newer")).unwrap();
                assert_eq!(kind(File::open(other.join("file"))), refused);
                assert_eq!(kind(File::open("/proc/self/status")), refused);
                let kind_of = |result: std::io::Result<()>| result.err().map(|error| error.kind());
                assert_eq!(kind_of(fs::remove_dir(clear.join("empty"))), None);
                assert_eq!(kind_of(fs::remove_file(clear.join("file"))), refused, "only what is empty");
                assert_eq!(kind_of(fs::remove_dir(other.join("empty"))), refused);
                let tried = TcpStream::connect("127.0.0.1:9").unwrap_err().kind();
                assert!(matches!(tried, ErrorKind::PermissionDenied | ErrorKind::ConnectionRefused));
                // A thread that is started now is confined too.
                let inherits = std::thread::spawn(move || kind(File::open(other.join("file"))));
                assert_eq!(inherits.join().unwrap(), refused);
            });
            confined.join().unwrap();
        }

        #[test]
        fn one_port_may_stay_within_reach() {
            let [named, other] = [(); 2].map(|()| std::net::TcpListener::bind("127.0.0.1:0").unwrap());
            let [named_at, other_at] = [&named, &other].map(|door| door.local_addr().unwrap());
            let confined = std::thread::spawn(move || {
                let kept = Kept { connect: &[named_at.port()], ..Kept::default() };
                if confine(&kept) < LANDLOCK_OF_TCP {
                    let _ = writeln!(std::io::stderr(), "SKIPPED confine: the kernel does not take away TCP");
                    return;
                }
                assert!(TcpStream::connect(named_at).is_ok());
                assert_eq!(TcpStream::connect(other_at).unwrap_err().kind(), ErrorKind::PermissionDenied);
            });
            confined.join().unwrap();
        }
    }
}
