//! The restrictions of Linux.

use std::path::{Path, PathBuf};

use nix::sched::{CloneFlags, unshare};
use rustix::process::{DumpableBehavior, Signal};
use rustix::thread::{CapabilitySet, CapabilitySets};

use super::super::limits::Limits;
use super::super::protection::Protection;
use crate::confine::{Kept, landlock};

/// The descriptors of the three standard streams are below this.
const FIRST_INHERITED: i32 = 3;

/// Closes every descriptor from [`FIRST_INHERITED`] on.
pub(super) fn close_inherited() {
    let Ok(listed) = std::fs::read_dir("/proc/self/fd") else { return };
    // The listing itself is one of them; it is gone when its number's turn comes, and closing it again does nothing.
    let numbers: Vec<i32> =
        listed.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok()).collect();
    for number in numbers.into_iter().filter(|number| *number >= FIRST_INHERITED) {
        let _ = nix::unistd::close(number);
    }
}

/// Gives up everything; the order matters, since each step needs rights that a later one takes away.
pub(super) fn restrict(limits: &Limits, parent: u32, threads: bool) -> Protection {
    die_with(parent);
    let occupied = occupied_bytes();
    let namespaces = leave_namespaces();
    let not_dumpable = rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok();
    let no_new_privs = rustix::thread::set_no_new_privs(true).is_ok();
    let landlock = landlock(&Kept::default());
    let no_capabilities = drop_capabilities();
    let rlimits = super::set_limits(limits, occupied, threads);
    let seccomp = filter_system_calls(threads);
    Protection { rlimits, no_new_privs, landlock, seccomp, namespaces, no_capabilities, not_dumpable }
}

/// Gives up everything but reading these folders, in the same order. Neither the filter of system calls nor the limits
/// that forbid files and threads are among it.
pub(super) fn restrict_to(limits: &Limits, parent: u32, folders: &[PathBuf]) -> Protection {
    die_with(parent);
    let namespaces = leave_namespaces();
    let not_dumpable = rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable).is_ok();
    let no_new_privs = rustix::thread::set_no_new_privs(true).is_ok();
    let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let landlock = landlock(&Kept { read: &folders, ..Kept::default() });
    let no_capabilities = drop_capabilities();
    let rlimits = super::set_limits_beside_files(limits);
    Protection { rlimits, no_new_privs, landlock, seccomp: false, namespaces, no_capabilities, not_dumpable }
}

/// Has the kernel end this process when the parent's thread ends that started it.
fn die_with(parent: u32) {
    let set = rustix::process::set_parent_process_death_signal(Some(Signal::KILL)).is_ok();
    // If the parent ended before that, no signal comes any more and another process is the parent by now.
    let orphaned = rustix::process::getppid().is_none_or(|now| u32::try_from(now.as_raw_pid()) != Ok(parent));
    if set && orphaned {
        let _ = rustix::process::kill_process(rustix::process::getpid(), Signal::KILL);
    }
}

/// The address space of this process in bytes.
fn occupied_bytes() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split(' ').next()?.parse().ok()?;
    pages.checked_mul(u64::try_from(rustix::param::page_size()).ok()?)
}

/// Moves into user, network, IPC and host-name namespaces of its own: no network device, not even loopback.
///
/// Some distributions and container engines forbid this to ordinary users; the other protections do not need it.
fn leave_namespaces() -> bool {
    let all = CloneFlags::CLONE_NEWUSER
        | CloneFlags::CLONE_NEWNET
        | CloneFlags::CLONE_NEWIPC
        | CloneFlags::CLONE_NEWUTS;
    unshare(all).is_ok()
}

/// Drops every capability, those of the new user namespace and those of a node that runs as root.
fn drop_capabilities() -> bool {
    let none = CapabilitySets {
        effective: CapabilitySet::empty(),
        permitted: CapabilitySet::empty(),
        inheritable: CapabilitySet::empty(),
    };
    let _ = rustix::thread::clear_ambient_capability_set();
    rustix::thread::set_capabilities(None, none).is_ok()
}

fn filter_system_calls(threads: bool) -> bool {
    #[cfg(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64"))]
    {
        super::syscalls::filter(threads).is_ok()
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64")))]
    {
        let _ = threads;
        false
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::ErrorKind;
    use std::net::{Ipv4Addr, TcpStream};
    use std::thread;

    use super::*;

    // Landlock, no_new_privs and capabilities belong to a thread, so a thread of the test can give them up alone. That
    // shows each of them by itself; in a child the system call filter kills before any of them is asked.

    #[test]
    fn landlock_alone_takes_away_the_file_system_and_tcp() {
        thread::spawn(|| {
            File::open("/proc/self/status").unwrap();
            rustix::thread::set_no_new_privs(true).unwrap();
            let version = landlock(&Kept::default());
            if version == 0 {
                eprintln!(
                    "SKIPPED landlock_alone_takes_away_the_file_system_and_tcp: the kernel has no Landlock"
                );
                return;
            }
            let refused = ErrorKind::PermissionDenied;
            assert_eq!(File::open("/proc/self/status").unwrap_err().kind(), refused);
            assert_eq!(
                File::create(std::env::temp_dir().join("made-under-landlock")).unwrap_err().kind(),
                refused
            );
            assert_eq!(std::fs::read_dir("/").unwrap_err().kind(), refused);
            if version >= 4 {
                let connected = TcpStream::connect((Ipv4Addr::LOCALHOST, 1));
                assert_eq!(connected.unwrap_err().kind(), refused);
            }
        })
        .join()
        .unwrap();
    }

    #[test]
    fn no_capability_is_left_once_they_are_dropped() {
        thread::spawn(|| {
            assert!(drop_capabilities());
            let left = rustix::thread::capabilities(None).unwrap();
            assert!(left.effective.is_empty() && left.permitted.is_empty() && left.inheritable.is_empty());
        })
        .join()
        .unwrap();
    }
}
