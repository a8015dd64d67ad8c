//! The system calls that a reader of bytes needs. Every other kills it.
//!
//! There is no call here that opens, makes, renames or removes a file, makes a socket, starts a program or a process,
//! looks at another process, changes an identity, or makes memory executable; and one that starts a thread only for a
//! task that says so.

use std::collections::BTreeMap;

use libc::c_long;
use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, TargetArch,
};

/// Calls that are allowed with any argument.
const ALLOWED: &[c_long] = &[
    // Taking an input that the parent has opened, and reading it; writing replies and diagnostics.
    libc::SYS_recvmsg,
    libc::SYS_read,
    libc::SYS_readv,
    libc::SYS_pread64,
    libc::SYS_preadv,
    libc::SYS_lseek,
    libc::SYS_fadvise64,
    libc::SYS_fstat,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    // Memory.
    libc::SYS_brk,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_madvise,
    // Waiting for oneself, time, randomness.
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_sched_getaffinity,
    libc::SYS_nanosleep,
    libc::SYS_clock_nanosleep,
    libc::SYS_clock_gettime,
    libc::SYS_clock_getres,
    libc::SYS_gettimeofday,
    libc::SYS_getrandom,
    // Ending, also by a signal to oneself; `tgkill` is below.
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// Calls that the standard library tries as a hint and does without: they fail and do not kill.
///
/// `statx` and `newfstatat` ask for the size of an open file, but could also ask whether a path exists; `ioctl` asks
/// whether a stream is a terminal.
const REFUSED: &[c_long] = &[libc::SYS_statx, libc::SYS_newfstatat, libc::SYS_ioctl];

/// What a new thread does first: it says which locks it holds when it dies, and where it notes that it was moved.
const OF_THREADS: &[c_long] = &[libc::SYS_set_robust_list, libc::SYS_rseq];

/// All that `pthread_create` of the C libraries asks for: a thread that shares everything with this one.
const THREAD: i32 = SHARED
    | libc::CLONE_FS
    | libc::CLONE_FILES
    | libc::CLONE_SYSVSEM
    | libc::CLONE_SETTLS
    | libc::CLONE_PARENT_SETTID
    | libc::CLONE_CHILD_CLEARTID
    | libc::CLONE_DETACHED;

/// Without these it would be a process.
const SHARED: i32 = libc::CLONE_VM | libc::CLONE_SIGHAND | libc::CLONE_THREAD;

/// Installs the filter, for every thread there is.
pub(super) fn filter(threads: bool) -> Result<(), seccompiler::Error> {
    let arch = TargetArch::try_from(std::env::consts::ARCH)?;
    if threads {
        // Its flags lie in memory, where a filter cannot look. The C library takes the older call where this one is not there.
        let older: BpfProgram = SeccompFilter::new(
            BTreeMap::from([(libc::SYS_clone3, Vec::new())]),
            SeccompAction::Allow,
            SeccompAction::Errno(errno(libc::ENOSYS)),
            arch,
        )?
        .try_into()?;
        seccompiler::apply_filter_all_threads(&older)?;
    }
    // Of two filters the kernel takes the stricter verdict: the first refuses some calls, the second kills for all
    // that neither list names.
    let refuse: BpfProgram = SeccompFilter::new(
        refused(threads)?,
        SeccompAction::Allow,
        SeccompAction::Errno(errno(libc::EPERM)),
        arch,
    )?
    .try_into()?;
    let allow: BpfProgram =
        SeccompFilter::new(allowed(threads)?, SeccompAction::KillProcess, SeccompAction::Allow, arch)?
            .try_into()?;
    seccompiler::apply_filter_all_threads(&refuse)?;
    seccompiler::apply_filter_all_threads(&allow)
}

fn refused(threads: bool) -> Result<BTreeMap<i64, Vec<SeccompRule>>, BackendError> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = REFUSED.iter().map(|call| (*call, Vec::new())).collect();
    if threads {
        // A thread may do without a name. Other uses of the call are not refused here, since the next filter is installed by one.
        let name = u64::from(libc::PR_SET_NAME.unsigned_abs());
        let naming = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, name)?;
        rules.insert(libc::SYS_prctl, vec![SeccompRule::new(vec![naming])?]);
    }
    Ok(rules)
}

fn allowed(threads: bool) -> Result<BTreeMap<i64, Vec<SeccompRule>>, BackendError> {
    let mut rules = refused(threads)?;
    rules.extend(ALLOWED.iter().map(|call| (*call, Vec::new())));
    let only = |argument, operator, value| {
        SeccompRule::new(vec![SeccompCondition::new(argument, SeccompCmpArgLen::Dword, operator, value)?])
    };
    let executable = u64::from(libc::PROT_EXEC.unsigned_abs());
    for call in [libc::SYS_mmap, libc::SYS_mprotect] {
        rules.insert(call, vec![only(2, SeccompCmpOp::MaskedEq(executable), 0)?]);
    }
    // A signal to a thread of this process, which is how it aborts.
    rules.insert(libc::SYS_tgkill, vec![only(0, SeccompCmpOp::Eq, u64::from(std::process::id()))?]);
    // Asking for the flags of a descriptor, but not making another one.
    let ask = |what: i32| only(1, SeccompCmpOp::Eq, u64::from(what.unsigned_abs()));
    rules.insert(libc::SYS_fcntl, vec![ask(libc::F_GETFD)?, ask(libc::F_GETFL)?]);
    // Asking for a limit, but not setting one: the pointer to a new one is null, in both its halves.
    let null = SeccompCondition::new(2, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0)?;
    rules.insert(libc::SYS_prlimit64, vec![SeccompRule::new(vec![null])?]);
    if threads {
        rules.extend(OF_THREADS.iter().map(|call| (*call, Vec::new())));
        // Refused by a filter of its own, which is heard as long as this one does not kill.
        rules.insert(libc::SYS_clone3, Vec::new());
        let (thread, shared) = (u64::from(THREAD.unsigned_abs()), u64::from(SHARED.unsigned_abs()));
        let only_a_thread = SeccompCmpOp::MaskedEq(!thread | shared);
        let flags = SeccompCondition::new(0, SeccompCmpArgLen::Qword, only_a_thread, shared)?;
        rules.insert(libc::SYS_clone, vec![SeccompRule::new(vec![flags])?]);
    }
    Ok(rules)
}

fn errno(number: i32) -> u32 {
    number.unsigned_abs()
}
