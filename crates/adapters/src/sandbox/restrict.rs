//! What a child gives up, for good, before it reads its input.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64", target_arch = "riscv64")
))]
mod syscalls;

use std::path::PathBuf;

use rustix::process::{Resource, Rlimit, setrlimit};

use super::limits::Limits;
use super::protection::Protection;

/// The stack of the child's only thread, whatever the shell that started the node had allowed.
const STACK_BYTES: u64 = 8 << 20;

/// The standard streams, the channel twice, and one input that is handed over: nothing more can be open.
const DESCRIPTORS: u64 = 6;

/// Closes what the child inherited besides its three standard streams.
///
/// The standard library opens everything close-on-exec, but a C library in the node may not, and what is open stays
/// usable whatever is restricted later.
pub(super) fn close_inherited() {
    #[cfg(target_os = "linux")]
    linux::close_inherited();
}

/// Gives up everything that a reader of bytes does not need, but for threads where they are wanted, and reports what has
/// taken effect.
pub(super) fn restrict(limits: &Limits, parent: u32, threads: bool) -> Protection {
    #[cfg(target_os = "linux")]
    {
        linux::restrict(limits, parent, threads)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = parent;
        Protection { rlimits: set_limits(limits, None, threads), ..Protection::default() }
    }
}

/// Gives up everything but reading these folders, with threads, and reports what has taken effect.
pub(super) fn restrict_to(limits: &Limits, parent: u32, folders: &[PathBuf]) -> Protection {
    #[cfg(target_os = "linux")]
    {
        linux::restrict_to(limits, parent, folders)
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = (parent, folders);
        Protection { rlimits: set_limits_beside_files(limits), ..Protection::default() }
    }
}

/// Sets the limits under which files can be opened and threads started. Memory is not among them: what is mapped of
/// a large file would count.
fn set_limits_beside_files(limits: &Limits) -> bool {
    let cpu = set(Resource::Cpu, limits.cpu_seconds, limits.cpu_seconds + 1);
    let rest = [(Resource::Fsize, 0), (Resource::Core, 0), (Resource::Memlock, 0)];
    rest.into_iter().map(|(resource, value)| set(resource, value, value)).fold(cpu, |all, one| all & one)
}

/// Sets the resource limits; whether all of them were accepted.
///
/// `occupied` is the address space that the program has already, where it is known: the limit of the kernel counts
/// it, ours does not.
fn set_limits(limits: &Limits, occupied: Option<u64>, threads: bool) -> bool {
    /// What a program with every engine in it occupies at most, for a system that does not tell.
    const OCCUPIED_AT_MOST: u64 = 1 << 30;
    let address_space = limits.memory_bytes.saturating_add(occupied.unwrap_or(OCCUPIED_AT_MOST));
    // The soft limit of processor time sends SIGXCPU, which names the reason; the hard one, a second later, kills.
    let cpu = set(Resource::Cpu, limits.cpu_seconds, limits.cpu_seconds + 1);
    let rest = [
        (Resource::As, address_space),
        (Resource::Stack, STACK_BYTES),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, DESCRIPTORS),
        (Resource::Memlock, 0),
    ];
    // The kernel counts threads with all processes of the user. Where they are allowed, the filter allows no process.
    let none = (!threads).then_some((Resource::Nproc, 0));
    // No short circuit: each limit is set even where another was refused.
    rest.into_iter()
        .chain(none)
        .map(|(resource, value)| set(resource, value, value))
        .fold(cpu, |all, one| all & one)
}

fn set(resource: Resource, soft: u64, hard: u64) -> bool {
    // A limit may be lowered only; what was lower already stays.
    let maximum = rustix::process::getrlimit(resource).maximum.map_or(hard, |now| now.min(hard));
    let current = soft.min(maximum);
    setrlimit(resource, Rlimit { current: Some(current), maximum: Some(maximum) }).is_ok()
}
