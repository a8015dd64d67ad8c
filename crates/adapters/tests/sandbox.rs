//! Real children that behave and that misbehave in every way that we could think of.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use comity_adapters::sandbox::{
    Job, Limits, MAX_INPUTS, MAX_PARAMETER_BYTES, Minimum, Report, Sandbox, SandboxError, Source,
};
use comity_record::Coded;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use crate::CHILD;
use crate::tasks::{MADE, TASKS};

fn sandbox() -> Sandbox {
    Sandbox::new(TASKS).with_program(CHILD.into(), vec!["sandbox-child".into()])
}

/// Limits under which a test that goes wrong ends soon enough.
fn limits() -> Limits {
    Limits {
        memory_bytes: 64 << 20,
        cpu_seconds: 5,
        wall_millis: 20_000,
        frame_bytes: 1 << 20,
        frames: 100,
        reply_bytes: 1 << 20,
        ..Limits::default()
    }
}

fn job(task: &str) -> Job<'_> {
    Job { limits: limits(), ..Job::new(task) }
}

fn run(task: &str) -> Result<(Vec<Vec<u8>>, Report), SandboxError> {
    sandbox().collect(&job(task), Source::Bytes(b"input"))
}

fn code(task: &str) -> &'static str {
    run(task).expect_err(task).code()
}

fn file_of(content: &[u8]) -> (tempfile::NamedTempFile, File) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(content).unwrap();
    let opened = File::open(file.path()).unwrap();
    (file, opened)
}

#[test]
fn a_good_child_reads_its_input_in_every_form_and_its_parameters() {
    let content: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    let sum: u64 = content.iter().map(|byte| u64::from(*byte)).sum();
    let (_file, opened) = file_of(&content);
    let mut stream = content.as_slice();
    for (source, length) in [
        (Source::File(opened), "Some(3000000)"),
        (Source::Bytes(&content), "Some(3000000)"),
        (Source::Stream(&mut stream), "None"),
        (Source::Ranges(&mut io::Cursor::new(&content)), "Some(3000000)"),
    ] {
        let job = Job { parameters: b"all of it", ..job("count") };
        let (replies, report) = sandbox().collect(&job, source).unwrap();
        assert_eq!(replies, [b"all of it".to_vec(), length.into(), format!("3000000 {sum}").into_bytes()]);
        assert_eq!(report.frames, 3);
        assert_eq!(report.reply_bytes, u64::try_from(replies.concat().len()).unwrap());
        assert!(report.output.is_empty(), "{:?}", report.output.reveal());
    }
}

#[test]
fn a_file_is_read_from_where_it_stands_and_can_be_sought_in() {
    let (_file, mut opened) = file_of(b"0123456789");
    let (replies, _) = sandbox().collect(&job("ends"), Source::File(opened.try_clone().unwrap())).unwrap();
    assert_eq!(replies, [b"9", b"0"]);
    let (replies, _) = sandbox().collect(&job("ends"), Source::Bytes(b"abc")).unwrap();
    assert_eq!(replies, [b"c", b"a"]);
    let (replies, _) = sandbox().collect(&job("ends"), Source::Ranges(&mut io::Cursor::new(b"xyz"))).unwrap();
    assert_eq!(replies, [b"z", b"x"]);
    opened.seek(SeekFrom::Start(4)).unwrap();
    let (replies, _) = sandbox().collect(&job("count"), Source::File(opened)).unwrap();
    assert_eq!(replies[1..], [b"Some(6)".to_vec(), b"6 327".to_vec()]);
    // A stream cannot be sought in, and says so as an error about the input.
    let refused = sandbox().collect(&job("ends"), Source::Stream(&mut b"abc".as_slice())).unwrap_err();
    assert_eq!(refused.code(), "adapters-sandbox-input-unreadable");
}

#[test]
fn what_protects_is_in_force_and_reported() {
    let (_, report) = run("count").unwrap();
    let protection = report.protection;
    eprintln!("{protection:?}");
    assert!(protection.rlimits);
    if cfg!(target_os = "linux") {
        assert!(protection.no_new_privs && protection.seccomp);
        assert!(protection.no_capabilities && protection.not_dumpable);
    }
}

#[test]
fn the_resource_limits_are_those_of_the_job() {
    let mut job = job("limits");
    job.limits.depth = 7;
    let (replies, _) = sandbox().collect(&job, Source::Bytes(b"")).unwrap();
    let none = b"Some(0) Some(0)".to_vec();
    // The standard streams, the channel twice, and one input.
    let input = b"Some(6) Some(6)".to_vec();
    let expected =
        [&none, &none, &input, &none, &b"Some(5) Some(6)".to_vec(), &b"7".to_vec()].map(Clone::clone);
    assert_eq!(replies, expected);
}

#[test]
fn the_environment_is_empty_and_the_arguments_tell_nothing() {
    let job = Job { parameters: b"a name that is looked for", ..job("environment") };
    let (replies, _) = sandbox().collect(&job, Source::Bytes(b"")).unwrap();
    assert_eq!(replies, [b"0".to_vec(), b"sandbox-child environment".to_vec()]);
}

#[test]
fn a_size_that_is_asked_for_as_a_hint_does_not_kill() {
    assert_eq!(run("ask-size").unwrap().0, [b"true false"]);
}

#[cfg(target_os = "linux")]
#[test]
fn whatever_a_reader_of_bytes_does_not_need_is_forbidden() {
    for task in [
        "open-file",
        "make-file",
        "remove-file",
        "list-folder",
        "connect",
        "listen",
        "datagram",
        "local-socket",
        "start-program",
        "start-thread",
        "signal",
        "raise-limit",
    ] {
        let error = run(task).expect_err(task);
        assert!(matches!(error, SandboxError::Forbidden { signal: 31, .. }), "{task}: {error:?}");
        assert_eq!(error.code(), "adapters-sandbox-forbidden");
    }
    assert!(!Path::new("/").join(MADE).exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_task_with_threads_has_them_and_nothing_else() {
    let mut job = job("threads");
    // The C library sets some aside for each thread that allocates.
    job.limits.memory_bytes = 1 << 30;
    let (replies, report) = sandbox().collect(&job, Source::Bytes(b"")).unwrap();
    assert_eq!(replies, [[2, 4, 6]]);
    assert!(report.protection.seccomp && report.protection.rlimits);
    for task in ["threads-start-program", "threads-open-file"] {
        let error = run(task).expect_err(task);
        assert!(matches!(error, SandboxError::Forbidden { signal: 31, .. }), "{task}: {error:?}");
    }
}

#[test]
fn a_task_with_a_folder_reads_it_with_threads_and_finds_no_way_out() {
    let all = tempfile::tempdir().unwrap();
    let folder = all.path().join("folder");
    std::fs::create_dir(&folder).unwrap();
    for (path, text) in [(folder.join("inside"), "what is inside"), (all.path().join("beside"), "no")] {
        File::create(path).unwrap().write_all(text.as_bytes()).unwrap();
    }
    let parameters = folder.to_str().unwrap().as_bytes();
    let job = Job { parameters, minimum: Minimum::BESIDE_FOLDERS, ..job("folder") };
    let (replies, report) = sandbox().collect(&job, Source::Bytes(b"")).unwrap();
    if report.protection.landlock == 0 {
        let _ = writeln!(io::stderr(), "SKIPPED the ways out of a folder: the kernel has no Landlock");
        return;
    }
    assert_eq!(
        replies.iter().map(|reply| String::from_utf8_lossy(reply)).collect::<Vec<_>>(),
        ["what is inside", ""]
    );
    assert!(!report.protection.seccomp && report.protection.no_new_privs && report.protection.rlimits);
    let strict = Job { minimum: Minimum::default(), ..job };
    let refused = sandbox().collect(&strict, Source::Bytes(b"")).unwrap_err();
    assert_eq!(refused.code(), "adapters-sandbox-unprotected", "it is not taken for a task without files");
}

#[test]
fn more_memory_than_allowed_is_refused_and_less_is_given() {
    let error = run("memory").unwrap_err();
    assert!(matches!(error, SandboxError::Memory { memory_bytes } if memory_bytes == 64 << 20), "{error:?}");
    assert_eq!(run("memory-asked").unwrap().0, [[1]]);
    assert_eq!(run("some-memory").unwrap().0, [[1]]);
}

#[test]
fn a_child_that_computes_for_ever_uses_up_its_processor_time() {
    let mut job = job("spin");
    job.limits.cpu_seconds = 1;
    let error = sandbox().collect(&job, Source::Bytes(b"")).unwrap_err();
    assert!(matches!(error, SandboxError::CpuTime { cpu_seconds: 1 }), "{error:?}");
}

#[test]
fn a_child_that_waits_for_ever_meets_its_deadline() {
    let mut job = job("sleep");
    job.limits.wall_millis = 300;
    let error = sandbox().collect(&job, Source::Bytes(b"")).unwrap_err();
    assert!(matches!(error, SandboxError::TimedOut { wall_millis: 300 }), "{error:?}");
}

#[test]
fn the_time_that_the_parent_takes_for_a_reply_is_not_the_childs() {
    let mut job = job("count");
    job.limits.wall_millis = 2000;
    let pipe = io::pipe().unwrap();
    let report = sandbox()
        .run(&job, Source::Bytes(b"abc"), &mut |_| {
            // Waits for what never comes, three times for longer than a third of the deadline.
            let timeout = Timespec { tv_sec: 1, tv_nsec: 0 };
            poll(&mut [PollFd::new(&pipe.0, PollFlags::IN)], Some(&timeout)).unwrap();
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(report.frames, 3);
}

#[test]
fn replies_without_end_are_stopped_by_the_child_and_by_the_parent() {
    for task in ["replies-without-end", "raw-replies-without-end"] {
        let error = run(task).expect_err(task);
        assert!(
            matches!(error, SandboxError::ReplyTooLarge { name: "frames", limit: 100 }),
            "{task}: {error:?}"
        );
    }
    let mut job = job("raw-replies-without-end");
    job.limits.frames = u64::MAX;
    let error = sandbox().collect(&job, Source::Bytes(b"")).unwrap_err();
    assert!(matches!(error, SandboxError::ReplyTooLarge { name: "reply_bytes", .. }), "{error:?}");
    let error = run("raw-huge-reply").unwrap_err();
    assert!(matches!(error, SandboxError::ReplyTooLarge { name: "frame_bytes", .. }), "{error:?}");
}

#[test]
fn replies_that_are_none_are_refused() {
    assert_eq!(code("raw-garbage"), "adapters-sandbox-reply-malformed");
    // What follows the end is not looked at: the child is gone with its last word.
    run("raw-after-the-end").unwrap();
}

#[test]
fn what_a_child_prints_is_kept_up_to_a_limit_and_never_blocks_it() {
    let (replies, report) = run("much-output").unwrap();
    assert_eq!(replies, [b"printed"]);
    assert_eq!(report.output.reveal().len(), 16 << 10);
    let mut job = job("output-without-end");
    job.limits.wall_millis = 500;
    let error = sandbox().collect(&job, Source::Bytes(b"")).unwrap_err();
    assert_eq!(error.code(), "adapters-sandbox-timed-out");
}

#[test]
fn each_way_to_crash_has_its_own_error() {
    match run("panic").unwrap_err() {
        SandboxError::Panicked { output } => assert!(output.reveal().contains("abandon abandon about")),
        other => panic!("{other:?}"),
    }
    match run("abort").unwrap_err() {
        SandboxError::Crashed { signal: 6, output } => assert!(output.is_empty()),
        other => panic!("{other:?}"),
    }
    match run("overflow").unwrap_err() {
        SandboxError::Crashed { signal: 6, output } => assert!(output.reveal().contains("overflow")),
        other => panic!("{other:?}"),
    }
    match run("exit").unwrap_err() {
        SandboxError::EndedEarly { status: 3, .. } => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_error_of_the_task_comes_through_only_as_declared_and_cleaned() {
    let error = run("declared-error").unwrap_err();
    assert_eq!(error.code(), "test-bad-line");
    assert_eq!(error.args(), [("line", "7\u{fffd}[2J".to_owned())]);
    assert_eq!(code("undeclared-error"), "adapters-sandbox-reply-malformed");
    assert_eq!(code("undeclared-value"), "adapters-sandbox-reply-malformed");
}

#[test]
fn the_child_refuses_when_less_than_demanded_is_in_force() {
    let (_file, mut opened) = file_of(b"input");
    let minimum = Minimum { landlock: u32::MAX, ..Minimum::default() };
    let job = Job { minimum, ..job("count") };
    let error = sandbox().collect(&job, Source::File(opened.try_clone().unwrap())).unwrap_err();
    assert!(matches!(&error, SandboxError::Unprotected { missing } if missing == &["landlock"]), "{error:?}");
    // The child shares the position of the file, and it has not moved: not a byte was read.
    assert_eq!(opened.stream_position().unwrap(), 0);
}

#[test]
fn an_input_that_could_be_changed_is_not_handed_over() {
    let file = tempfile::tempfile().unwrap();
    let error = sandbox().collect(&job("count"), Source::File(file)).unwrap_err();
    assert_eq!(error.code(), "adapters-sandbox-input-writable");
}

#[test]
fn an_input_that_cannot_be_read_to_its_end_gives_no_answer() {
    /// Gives some bytes and then fails, as a disk does.
    struct Failing(usize);
    impl Read for Failing {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            if self.0 == 0 {
                return Err(io::Error::other("bad sector"));
            }
            let length = out.len().min(self.0);
            self.0 -= length;
            out[..length].fill(1);
            Ok(length)
        }
    }
    let error = sandbox().collect(&job("count"), Source::Stream(&mut Failing(200_000))).unwrap_err();
    assert!(matches!(&error, SandboxError::InputUnreadable { cause } if cause == "bad sector"), "{error:?}");
    // A folder opens as a file does, and only the child's read of it fails.
    let folder = tempfile::tempdir().unwrap();
    let opened = File::open(folder.path()).unwrap();
    let error = sandbox().collect(&job("count"), Source::File(opened)).unwrap_err();
    assert_eq!(error.code(), "adapters-sandbox-input-unreadable");
}

#[test]
fn a_stream_without_end_ends_with_the_child() {
    let mut job = job("sleep");
    job.limits.wall_millis = 300;
    let error = sandbox().collect(&job, Source::Stream(&mut io::repeat(7))).unwrap_err();
    assert_eq!(error.code(), "adapters-sandbox-timed-out");
}

#[test]
fn one_child_reads_one_input_after_the_other_until_one_of_them_fails() {
    let sandbox = sandbox();
    let mut session = sandbox.begin(job("obey")).unwrap();
    let mut read = |source: Source<'_>| {
        let (fresh, mut said) = (session.is_fresh(), Vec::new());
        let result = session.read(source, &mut |reply| {
            said.push(String::from_utf8(reply).unwrap());
            ControlFlow::Continue(())
        });
        (fresh, said.concat(), result.map_or_else(|error| error.code(), |_| "done"))
    };
    let says = |fresh, said: &str, how| (fresh, said.to_owned(), how);
    let (_file, opened) = file_of(b"from a file");
    assert_eq!(read(Source::Bytes(b"read")), says(true, "1", "done"));
    assert_eq!(read(Source::File(opened)), says(false, "2", "done"));
    assert_eq!(read(Source::Ranges(&mut io::Cursor::new(b"read"))), says(false, "3", "done"));
    assert_eq!(read(Source::Bytes(b"")), says(false, "4", "done"));
    for (word, how) in [
        (&b"panic"[..], "adapters-sandbox-panicked"),
        (b"abort", "adapters-sandbox-crashed"),
        (b"fail", "test-bad-line"),
    ] {
        assert_eq!(
            read(Source::Bytes(b"read")).1,
            if how == "adapters-sandbox-panicked" { "5" } else { "1" }
        );
        assert!(read(Source::Bytes(word)).2 == how, "{how}");
        // Whatever one input did to its child, the next begins with another.
        assert!(read(Source::Bytes(b"read")).0);
        assert!(!read(Source::Bytes(b"abort")).0);
    }
    // The pipe of a stream is not left to a child that might hold it open.
    assert_eq!(read(Source::Stream(&mut b"read".as_slice())), says(true, "1", "done"));
    assert_eq!(read(Source::Bytes(b"read")), says(true, "1", "done"));
}

#[test]
fn a_child_is_replaced_after_its_share_of_inputs() {
    let sandbox = sandbox();
    let mut session = sandbox.begin(job("obey")).unwrap();
    let fresh = (0..=MAX_INPUTS).filter(|_| {
        let fresh = session.is_fresh();
        session.read(Source::Bytes(b"read"), &mut |_| ControlFlow::Continue(())).unwrap();
        fresh
    });
    assert_eq!(fresh.collect::<Vec<_>>(), [0, MAX_INPUTS]);
}

#[test]
fn ranges_that_cannot_be_read_give_no_answer_and_one_who_has_a_file_gets_none() {
    struct Broken(io::Cursor<Vec<u8>>);
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("a piece does not open"))
        }
    }
    impl Seek for Broken {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }
    let mut broken = Broken(io::Cursor::new(vec![1; 100]));
    let error = sandbox().collect(&job("count"), Source::Ranges(&mut broken)).unwrap_err();
    assert!(
        matches!(&error, SandboxError::InputUnreadable { cause } if cause == "a piece does not open"),
        "{error:?}"
    );
    assert_eq!(code("raw-ask"), "adapters-sandbox-reply-malformed");
}

#[test]
fn the_receiver_can_stop_the_child() {
    let error =
        sandbox().run(&job("sleep"), Source::Bytes(b""), &mut |_| ControlFlow::Break(())).unwrap_err();
    assert_eq!(error.code(), "adapters-sandbox-stopped");
}

#[test]
fn bad_jobs_are_refused_before_anything_is_started() {
    let nowhere = Sandbox::new(TASKS).with_program("/nowhere".into(), vec![]);
    let refuse = |job: &Job<'_>| nowhere.collect(job, Source::Bytes(b"")).unwrap_err().code();
    assert_eq!(refuse(&job("no-such-task")), "adapters-sandbox-unknown-task");
    let mut zero = job("count");
    zero.limits.depth = 0;
    assert_eq!(refuse(&zero), "adapters-sandbox-limit-range");
    let parameters = vec![0; MAX_PARAMETER_BYTES + 1];
    assert_eq!(
        refuse(&Job { parameters: &parameters, ..job("count") }),
        "adapters-sandbox-parameters-too-large"
    );
    assert_eq!(refuse(&job("count")), "adapters-sandbox-start");
}

#[test]
fn the_largest_parameters_arrive() {
    let parameters = vec![7; MAX_PARAMETER_BYTES];
    let mut job = Job { parameters: &parameters, ..job("count") };
    job.limits.memory_bytes = 512 << 20;
    job.limits.frame_bytes = 64 << 20;
    job.limits.reply_bytes = 64 << 20;
    let (replies, _) = sandbox().collect(&job, Source::Bytes(b"")).unwrap();
    assert_eq!(replies[0], parameters);
}

#[test]
fn a_program_that_is_no_child_of_ours_is_an_error() {
    for (program, arguments) in
        [("/bin/true", vec![]), ("/bin/cat", vec![]), ("/bin/sleep", vec!["60".into()])]
    {
        let mut job = job("count");
        job.limits.wall_millis = 500;
        let stranger = Sandbox::new(TASKS).with_program(program.into(), arguments);
        let error = stranger.collect(&job, Source::Bytes(b"not a frame")).unwrap_err();
        let known = [
            "adapters-sandbox-ended-early",
            "adapters-sandbox-reply-malformed",
            "adapters-sandbox-timed-out",
        ];
        assert!(known.contains(&error.code()), "{program}: {error:?}");
    }
}

#[test]
fn the_child_started_by_hand_says_nothing_and_fails() {
    let output = Command::new(CHILD).args(["sandbox-child", "count"]).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
}

#[test]
fn a_descriptor_that_was_inherited_by_mistake_is_closed() {
    let (reader, writer) = io::pipe().unwrap();
    rustix::io::fcntl_setfd(&writer, rustix::io::FdFlags::empty()).unwrap();
    let mut writer = Some(writer);
    let (source, feed) = io::pipe().unwrap();
    let mut feed = Some(feed);
    let mut ended = false;
    sandbox()
        .run(&job("wait"), Source::Stream(&mut { source }), &mut |_| {
            // The child lives and waits for its input. With our own end closed, the pipe ends if it closed its own.
            drop(writer.take());
            let mut channel = [PollFd::new(&reader, PollFlags::IN)];
            poll(&mut channel, Some(&Timespec { tv_sec: 10, tv_nsec: 0 })).unwrap();
            ended = channel[0].revents().contains(PollFlags::HUP);
            // The input ends, and with it the thread that passes it on.
            drop(feed.take());
            ControlFlow::Break(())
        })
        .unwrap_err();
    assert!(ended);
}

#[cfg(target_os = "linux")]
#[test]
fn a_child_does_not_outlive_a_parent_that_is_killed() {
    let mut parent =
        Command::new(CHILD).arg("hold-child").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let pipe = parent.stdin.take().unwrap();
    let mut line = String::new();
    BufReader::new(parent.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "asleep\n");
    parent.kill().unwrap();
    parent.wait().unwrap();
    // The pipe that was the input of both has no reader left once the child has gone too.
    let mut channel = [PollFd::new(&pipe, PollFlags::empty())];
    poll(&mut channel, Some(&Timespec { tv_sec: 10, tv_nsec: 0 })).unwrap();
    assert!(channel[0].revents().contains(PollFlags::ERR));
}
