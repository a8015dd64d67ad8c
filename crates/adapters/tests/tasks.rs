//! The tasks of the test child: one that behaves, and one for each way not to.

use std::fs::File;
use std::hint::black_box;
use std::io::{self, IsTerminal, Read, Seek, SeekFrom, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use comity_adapters::frame::write_frame;
use comity_adapters::sandbox::{FrameSink, Input, Limits, Task, TaskError};
use rustix::fs::{AtFlags, StatxFlags, statx};
use rustix::process::{Pid, Resource, Signal, getrlimit, kill_process};

/// A file that a child would make in its folder, which is the root, if it could.
pub const MADE: &str = "made-by-a-sandboxed-child";

type Outcome = Result<(), TaskError>;

/// A task without errors of its own.
const fn plain(name: &'static str, run: fn(&mut Input, Limits, &mut dyn FrameSink) -> Outcome) -> Task {
    Task { name, codes: &["test-bad-line"], args: &["line"], folders: None, threads: false, run }
}

/// The table that parent and child share.
pub const TASKS: &[Task] = &[
    plain("count", count),
    plain("ends", ends),
    plain("obey", obey),
    plain("limits", limits),
    plain("environment", environment),
    plain("wait", wait),
    plain("open-file", |_, _, _| attempt(File::open("/etc/passwd"))),
    plain("make-file", |_, _, _| attempt(File::create(MADE))),
    plain("remove-file", |_, _, _| attempt(std::fs::remove_file(MADE))),
    plain("list-folder", |_, _, _| attempt(std::fs::read_dir("/"))),
    plain("connect", |_, _, _| attempt(TcpStream::connect((Ipv4Addr::LOCALHOST, 1)))),
    plain("listen", |_, _, _| attempt(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))),
    plain("datagram", |_, _, _| attempt(UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)))),
    plain("local-socket", |_, _, _| attempt(UnixStream::pair())),
    plain("start-program", |_, _, _| attempt(Command::new("/bin/true").spawn())),
    Task {
        folders: Some(|parameters| {
            vec![Path::new(std::str::from_utf8(parameters).unwrap_or("/none")).to_owned()]
        }),
        ..plain("folder", folder)
    },
    plain("start-thread", |_, _, _| attempt(std::thread::Builder::new().spawn(|| ()))),
    Task { threads: true, ..plain("threads", threads) },
    Task {
        threads: true,
        ..plain("threads-start-program", |_, _, _| attempt(Command::new("/bin/true").spawn()))
    },
    Task { threads: true, ..plain("threads-open-file", |_, _, _| attempt(File::open("/etc/passwd"))) },
    plain("signal", |_, _, _| attempt(kill_process(Pid::INIT, Signal::TERM).map_err(io::Error::from))),
    plain("raise-limit", raise_limit),
    plain("ask-size", ask_size),
    plain("memory", |_, _, _| {
        black_box(vec![1_u8; 4 << 30]);
        Ok(())
    }),
    plain("memory-asked", |_, _, replies| {
        let refused = Vec::<u8>::new().try_reserve_exact(4 << 30).is_err();
        replies.frame(&[u8::from(refused)])
    }),
    plain("some-memory", |_, _, replies| {
        let bytes = black_box(vec![1_u8; 8 << 20]);
        replies.frame(&bytes[..1])
    }),
    plain("spin", |_, _, _| {
        loop {
            black_box(0);
        }
    }),
    plain("sleep", |_, _, replies| {
        replies.frame(b"asleep")?;
        std::thread::sleep(Duration::from_hours(1));
        Ok(())
    }),
    plain("replies-without-end", |_, _, replies| {
        loop {
            replies.frame(&[0; 1000])?;
        }
    }),
    plain("raw-replies-without-end", |_, _, _| {
        loop {
            raw(4, &[0; 1000]);
        }
    }),
    plain("raw-huge-reply", |_, _, _| {
        let _ = io::stdout().write_all(&[4, 0xff, 0xff, 0xff, 0xff]).and_then(|()| io::stdout().flush());
        loop {
            std::thread::sleep(Duration::from_secs(1));
        }
    }),
    plain("raw-garbage", |_, _, _| {
        raw(200, b"garbage");
        Ok(())
    }),
    plain("raw-ask", |_, _, _| {
        // {"length": 1, "offset": 0} in CBOR.
        raw(8, b"\xa2\x66length\x01\x66offset\x00");
        std::thread::sleep(Duration::from_hours(1));
        Ok(())
    }),
    plain("raw-after-the-end", |_, _, _| {
        raw(5, b"");
        raw(4, b"more");
        std::thread::sleep(Duration::from_hours(1));
        Ok(())
    }),
    plain("much-output", |_, _, replies| {
        for _ in 0..1000 {
            let _ = io::stderr().write_all(&[b'e'; 1000]);
        }
        replies.frame(b"printed")
    }),
    plain("output-without-end", |_, _, _| {
        loop {
            let _ = io::stderr().write_all(&[b'e'; 1000]);
        }
    }),
    plain("panic", |_, _, _| panic!("quoting the input: abandon abandon about")),
    plain("abort", abort),
    plain("overflow", |_, _, replies| replies.frame(&[overflow(1)])),
    plain("exit", exit),
    plain("declared-error", |_, _, _| {
        Err(TaskError::new("test-bad-line", vec![("line", "7\u{1b}[2J".into())]))
    }),
    plain("undeclared-error", |_, _, _| Err(TaskError::new("test-other", vec![]))),
    plain("undeclared-value", |_, _, _| Err(TaskError::new("test-bad-line", vec![("secret", "x".into())]))),
];

/// Replies with the parameters, the announced length, and the length and sum of what it reads.
fn count(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    replies.frame(input.parameters())?;
    replies.frame(format!("{:?}", input.length()).as_bytes())?;
    let (mut length, mut sum) = (0_usize, 0_u64);
    let mut piece = vec![0; 64 << 10];
    loop {
        let read = input.read(&mut piece).map_err(|e| TaskError::input(&e))?;
        if read == 0 {
            break;
        }
        length += read;
        sum += piece[..read].iter().map(|byte| u64::from(*byte)).sum::<u64>();
    }
    replies.frame(format!("{length} {sum}").as_bytes())
}

/// Replies with what is in a file of its folder, as a thread reads it, and with which ways out of the folder it found.
fn folder(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    let folder = Path::new(std::str::from_utf8(input.parameters()).expect("the test gave a path")).to_owned();
    let inside = folder.join("inside");
    let read = std::thread::spawn(move || std::fs::read(inside)).join().expect("it does not panic");
    replies.frame(&read.map_err(|e| TaskError::input(&e))?)?;
    let ways = [
        ("read beside it", File::open(folder.join("../beside")).is_ok()),
        ("write into it", File::create(folder.join(MADE)).is_ok()),
        ("start a program", Command::new("/bin/true").spawn().is_ok()),
        (
            "connect",
            TcpStream::connect((Ipv4Addr::LOCALHOST, 1))
                .is_err_and(|e| e.kind() == io::ErrorKind::ConnectionRefused),
        ),
    ];
    let found: Vec<_> = ways.into_iter().filter_map(|(way, open)| open.then_some(way)).collect();
    replies.frame(found.join(", ").as_bytes())
}

/// Replies with what threads found that worked beside each other.
fn threads(_: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    let started: Result<Vec<_>, _> =
        (1_u8..=3).map(|n| std::thread::Builder::new().name(n.to_string()).spawn(move || n * 2)).collect();
    let started = started.map_err(|e| TaskError::input(&e))?;
    let found: Vec<u8> =
        started.into_iter().map(|thread| thread.join().expect("it does not panic")).collect();
    replies.frame(&found)
}

/// Replies with the last byte of the input and then the first.
fn ends(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    for place in [SeekFrom::End(-1), SeekFrom::Start(0)] {
        let mut byte = [0];
        input.seek(place).and_then(|_| input.read_exact(&mut byte)).map_err(|e| TaskError::input(&e))?;
        replies.frame(&byte)?;
    }
    Ok(())
}

/// Does what the input says, and replies with how many inputs this child has read.
fn obey(input: &mut Input, limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    static READ: AtomicU32 = AtomicU32::new(0);
    let mut word = String::new();
    input.read_to_string(&mut word).map_err(|e| TaskError::input(&e))?;
    let read = READ.fetch_add(1, Ordering::Relaxed) + 1;
    replies.frame(read.to_string().as_bytes())?;
    match word.as_str() {
        "panic" => panic!("as the input says"),
        "abort" => abort(input, limits, replies),
        "fail" => Err(TaskError::new("test-bad-line", vec![("line", "1".into())])),
        _ => Ok(()),
    }
}

/// Replies with the resource limits, as far as they are the same everywhere, and the depth.
fn limits(_input: &mut Input, limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    for resource in [Resource::Fsize, Resource::Core, Resource::Nofile, Resource::Nproc, Resource::Cpu] {
        let limit = getrlimit(resource);
        replies.frame(format!("{:?} {:?}", limit.current, limit.maximum).as_bytes())?;
    }
    replies.frame(limits.depth.to_string().as_bytes())
}

fn environment(_input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    replies.frame(std::env::vars_os().count().to_string().as_bytes())?;
    replies.frame(std::env::args().skip(1).collect::<Vec<_>>().join(" ").as_bytes())
}

/// Replies at once and then reads until the input ends.
fn wait(input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    replies.frame(b"waiting")?;
    io::copy(input, &mut io::sink()).map_err(|e| TaskError::input(&e))?;
    Ok(())
}

fn raise_limit(_input: &mut Input, _limits: Limits, _replies: &mut dyn FrameSink) -> Outcome {
    let limit = getrlimit(Resource::Cpu);
    attempt(rustix::process::setrlimit(Resource::Cpu, limit).map_err(io::Error::from))
}

/// The standard library asks for the size of a file and whether a stream is a terminal, as hints; that must fail and
/// not kill.
fn ask_size(_input: &mut Input, _limits: Limits, replies: &mut dyn FrameSink) -> Outcome {
    let size = statx(io::stdin(), c"", AtFlags::EMPTY_PATH, StatxFlags::BASIC_STATS);
    replies.frame(format!("{} {}", size.is_err(), io::stdin().is_terminal()).as_bytes())
}

/// Whatever became of it, the parent must have stopped it before it can say so.
fn attempt<T>(result: io::Result<T>) -> Outcome {
    match result {
        Ok(_) => Ok(()),
        Err(error) => Err(TaskError::new("test-bad-line", vec![("line", error.to_string())])),
    }
}

fn raw(kind: u8, body: &[u8]) {
    let mut bytes = Vec::new();
    if write_frame(&mut bytes, kind, body).is_ok() {
        let _ = io::stdout().write_all(&bytes).and_then(|()| io::stdout().flush());
    }
}

#[expect(clippy::disallowed_methods, reason = "the test is about a child that aborts")]
fn abort(_input: &mut Input, _limits: Limits, _replies: &mut dyn FrameSink) -> Outcome {
    std::process::abort()
}

#[expect(clippy::exit, reason = "the test is about a child that ends without a word")]
fn exit(_input: &mut Input, _limits: Limits, _replies: &mut dyn FrameSink) -> Outcome {
    std::process::exit(3)
}

/// Fills the stack.
fn overflow(n: u8) -> u8 {
    let room = black_box([n; 4096]);
    if black_box(n) == 0 { 0 } else { overflow(room[0]).wrapping_add(room[4095]) }
}
