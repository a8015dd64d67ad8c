//! The local socket between real processes and threads.

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use comity_adapters::frame::{read_frame, write_frame};
use comity_adapters::lock::FolderLock;
use comity_adapters::socket::{
    LocalClient, LocalConnection, LocalServer, MAX_ANSWER_BYTES, MAX_CONNECTIONS, MAX_REQUEST_BYTES, Reader,
    SOCKET_FILE, SocketError,
};
use comity_record::Coded;
use zeroize::Zeroizing;

use crate::CHILD;

/// Long enough for any machine; every test that passes is done long before.
const LONG: Duration = Duration::from_secs(20);

/// Answers every request with itself, after one part per byte up to three.
fn echo(mut connection: LocalConnection) {
    while let Ok(Some(request)) = connection.receive(LONG) {
        for byte in request.iter().take(3) {
            connection.part(&[*byte]).unwrap();
        }
        if connection.answer(&request).is_err() {
            break;
        }
    }
}

/// Serves `folder` while `use_it` runs.
fn while_serving(folder: &Path, handle: &(dyn Fn(LocalConnection) + Sync), use_it: impl FnOnce()) {
    let lock = FolderLock::acquire(folder).unwrap();
    let server = LocalServer::bind(&lock).unwrap();
    let stop = AtomicBool::new(false);
    /// Stops the server even when the test fails, so that the failure shows.
    struct Stop<'a>(&'a AtomicBool);
    impl Drop for Stop<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Release);
        }
    }
    thread::scope(|scope| {
        scope.spawn(|| server.serve(&stop, handle).unwrap());
        let _stop = Stop(&stop);
        use_it();
    });
}

#[test]
fn requests_are_answered_one_after_another_with_their_parts() {
    let folder = tempfile::tempdir().unwrap();
    while_serving(folder.path(), &echo, || {
        let mut client = LocalClient::connect(folder.path()).unwrap();
        for request in [&b"case list"[..], b"", b"x", &vec![7; 1 << 20]] {
            let mut parts = Vec::new();
            let answer = client.call(request, LONG, &mut |part| parts.extend_from_slice(part)).unwrap();
            assert_eq!(answer, request);
            assert_eq!(parts, request[..request.len().min(3)]);
        }
    });
    assert!(!folder.path().join(SOCKET_FILE).exists(), "the socket goes with the server");
}

#[test]
fn the_server_knows_who_asks() {
    let folder = tempfile::tempdir().unwrap();
    let tell = |mut connection: LocalConnection| {
        let peer = connection.peer();
        connection.receive(LONG).unwrap();
        connection.answer(format!("{} {}", peer.uid, peer.pid).as_bytes()).unwrap();
    };
    while_serving(folder.path(), &tell, || {
        let answer = LocalClient::connect(folder.path()).unwrap().call(b"", LONG, &mut |_| ()).unwrap();
        let expected = format!("{} {}", rustix::process::geteuid().as_raw(), std::process::id());
        assert_eq!(answer, expected.as_bytes());
    });
}

#[test]
fn only_the_owner_may_connect() {
    let folder = tempfile::tempdir().unwrap();
    while_serving(folder.path(), &echo, || {
        let metadata = fs::metadata(folder.path().join(SOCKET_FILE)).unwrap();
        assert_eq!(metadata.mode() & 0o777, 0o600);
    });
}

#[test]
fn a_peer_of_another_user_is_refused() {
    /// A user that is not us: the "nobody" of Linux.
    const NOBODY: u32 = 65534;
    if !rustix::process::geteuid().is_root() {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED a_peer_of_another_user_is_refused: only root can act as another user"
        );
        return;
    }
    // The modes that keep others out are taken away, so that only the kernel's word on the peer is left.
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let program = folder.path().join("child");
    fs::copy(CHILD, &program).unwrap();
    while_serving(folder.path(), &echo, || {
        let socket = folder.path().join(SOCKET_FILE);
        fs::set_permissions(&socket, Permissions::from_mode(0o666)).unwrap();
        let connect = |uid| {
            let mut command = Command::new(&program);
            command.arg("connect").arg(&socket).uid(uid).gid(uid);
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        };
        assert_eq!(connect(NOBODY), "closed\n");
        // The same program as ourselves is answered; it gives up after its own patience and says so.
        let mut client = LocalClient::connect(folder.path()).unwrap();
        assert_eq!(client.call(b"hello", LONG, &mut |_| ()).unwrap(), b"hello");
    });
}

#[test]
fn a_server_of_another_user_is_not_trusted() {
    const NOBODY: u32 = 65534;
    if !rustix::process::geteuid().is_root() {
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED a_server_of_another_user_is_not_trusted: only root can act as another user"
        );
        return;
    }
    // The credential of a listening socket is that of the process when it began to listen; a thread may have its own.
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
    let socket = folder.path().join(SOCKET_FILE);
    let listener = thread::spawn({
        let socket = socket.clone();
        move || {
            let nobody = rustix::process::Uid::from_raw(NOBODY);
            rustix::thread::set_thread_res_uid(nobody, nobody, nobody).unwrap();
            UnixListener::bind(socket).unwrap()
        }
    })
    .join()
    .unwrap();
    let refused = LocalClient::connect(folder.path()).unwrap_err();
    assert!(matches!(refused, SocketError::ForeignPeer { uid: NOBODY }), "{refused:?}");
    drop(listener);
}

#[test]
fn a_folder_that_nobody_serves_is_said_to_be_so() {
    let folder = tempfile::tempdir().unwrap();
    for place in [folder.path().to_owned(), folder.path().join("nowhere")] {
        let refused = LocalClient::connect(&place).unwrap_err();
        assert_eq!(refused.code(), "adapters-socket-not-serving");
    }
    // A socket that a crash has left behind.
    drop(UnixListener::bind(folder.path().join(SOCKET_FILE)).unwrap());
    let refused = LocalClient::connect(folder.path()).unwrap_err();
    assert_eq!(refused.code(), "adapters-socket-not-serving");
}

#[test]
fn a_socket_left_behind_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    for name in [SOCKET_FILE, "command.sock.new"] {
        drop(UnixListener::bind(folder.path().join(name)).unwrap());
    }
    while_serving(folder.path(), &echo, || {
        let mut client = LocalClient::connect(folder.path()).unwrap();
        assert_eq!(client.call(b"hello", LONG, &mut |_| ()).unwrap(), b"hello");
    });
}

#[test]
fn the_folder_stays_locked_as_long_as_the_socket_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let lock = FolderLock::acquire(folder.path()).unwrap();
    let server = LocalServer::bind(&lock).unwrap();
    drop(lock);
    assert!(FolderLock::acquire(folder.path()).is_err());
    drop(server);
    FolderLock::acquire(folder.path()).unwrap();
}

#[test]
fn a_folder_with_a_path_longer_than_a_socket_address_is_served_all_the_same() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("x".repeat(120)).join("y".repeat(120));
    fs::create_dir_all(&folder).unwrap();
    while_serving(&folder, &echo, || {
        let mut client = LocalClient::connect(&folder).unwrap();
        assert_eq!(client.call(b"hello", LONG, &mut |_| ()).unwrap(), b"hello");
        assert_eq!(fs::metadata(folder.join(SOCKET_FILE)).unwrap().mode() & 0o777, 0o600);
    });
}

#[test]
fn the_largest_request_is_taken_and_one_byte_more_refused_at_both_ends() {
    let folder = tempfile::tempdir().unwrap();
    let measure = |mut connection: LocalConnection| match connection.receive(LONG) {
        Ok(Some(request)) => connection.answer(request.len().to_string().as_bytes()).unwrap(),
        Ok(None) => {}
        Err(error) => connection.answer(error.code().as_bytes()).unwrap(),
    };
    while_serving(folder.path(), &measure, || {
        let mut request = vec![1; MAX_REQUEST_BYTES];
        let mut client = LocalClient::connect(folder.path()).unwrap();
        let answer = client.call(&request, LONG, &mut |_| ()).unwrap();
        assert_eq!(answer, MAX_REQUEST_BYTES.to_string().as_bytes());
        request.push(1);
        let refused = client.call(&request, LONG, &mut |_| ()).unwrap_err();
        assert_eq!(refused.code(), "adapters-frame-too-large");
        // A client that does not keep to it is told by the header alone.
        let mut raw = UnixStream::connect(folder.path().join(SOCKET_FILE)).unwrap();
        let length = u32::try_from(MAX_REQUEST_BYTES + 1).unwrap();
        std::io::Write::write_all(&mut raw, &[&[1], &length.to_be_bytes()[..]].concat()).unwrap();
        let answer = read_frame(&mut raw, 100).unwrap().unwrap();
        assert_eq!(answer.body, b"adapters-frame-too-large");
    });
}

#[test]
fn an_answer_over_the_limit_is_refused_before_it_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let too_much = |mut connection: LocalConnection| {
        connection.receive(LONG).unwrap();
        let error = connection.answer(&vec![0; MAX_ANSWER_BYTES + 1]).unwrap_err();
        connection.answer(error.code().as_bytes()).unwrap();
    };
    while_serving(folder.path(), &too_much, || {
        let mut client = LocalClient::connect(folder.path()).unwrap();
        assert_eq!(client.call(b"", LONG, &mut |_| ()).unwrap(), b"adapters-frame-too-large");
    });
}

#[test]
fn whoever_stays_silent_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let silent = |mut connection: LocalConnection| {
        // The request is taken, and the next one, which does not come, waited for in vain.
        while let Ok(Some(_)) = connection.receive(LONG) {}
    };
    while_serving(folder.path(), &silent, || {
        let mut client = LocalClient::connect(folder.path()).unwrap();
        let refused = client.call(b"", Duration::from_millis(50), &mut |_| ()).unwrap_err();
        assert_eq!(refused.code(), "adapters-socket-timed-out");
    });
    let impatient = |mut connection: LocalConnection| {
        let error = connection.receive(Duration::from_millis(50)).unwrap_err();
        connection.answer(error.code().as_bytes()).unwrap();
    };
    while_serving(folder.path(), &impatient, || {
        let mut raw = UnixStream::connect(folder.path().join(SOCKET_FILE)).unwrap();
        assert_eq!(read_frame(&mut raw, 100).unwrap().unwrap().body, b"adapters-socket-timed-out");
    });
}

#[test]
fn what_is_no_request_and_what_is_no_answer_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let say = |mut connection: LocalConnection| {
        let error = connection.receive(LONG).unwrap_err();
        connection.answer(error.code().as_bytes()).unwrap();
    };
    while_serving(folder.path(), &say, || {
        let mut raw = UnixStream::connect(folder.path().join(SOCKET_FILE)).unwrap();
        write_frame(&mut raw, 77, b"").unwrap();
        assert_eq!(read_frame(&mut raw, 100).unwrap().unwrap().body, b"adapters-socket-protocol");
    });
    let listener = UnixListener::bind(folder.path().join(SOCKET_FILE)).unwrap();
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        read_frame(&mut stream, 100).unwrap();
        write_frame(&mut stream, 77, b"").unwrap();
        let (mut stream, _) = listener.accept().unwrap();
        read_frame(&mut stream, 100).unwrap();
    });
    let call = || LocalClient::connect(folder.path()).unwrap().call(b"", LONG, &mut |_| ()).unwrap_err();
    assert_eq!(call().code(), "adapters-socket-protocol");
    assert_eq!(call().code(), "adapters-frame-cut");
    server.join().unwrap();
}

#[test]
fn as_many_connections_are_served_as_the_limit_says_and_the_next_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    while_serving(folder.path(), &echo, || {
        let mut clients = Vec::new();
        for _ in 0..MAX_CONNECTIONS {
            let mut client = LocalClient::connect(folder.path()).unwrap();
            client.call(b"in", LONG, &mut |_| ()).unwrap();
            clients.push(client);
        }
        let refused =
            LocalClient::connect(folder.path()).unwrap().call(b"out", LONG, &mut |_| ()).unwrap_err();
        assert_eq!(refused.code(), "adapters-socket-busy");
        for client in &mut clients {
            client.call(b"still in", LONG, &mut |_| ()).unwrap();
        }
    });
}

#[test]
fn a_fault_in_one_request_ends_neither_the_node_nor_another_connection() {
    let folder = tempfile::tempdir().unwrap();
    let faulty = |mut connection: LocalConnection| {
        while let Ok(Some(request)) = connection.receive(LONG) {
            assert!(request != b"fault", "a fault in a request, as the test wants it");
            connection.answer(&request).unwrap();
        }
    };
    while_serving(folder.path(), &faulty, || {
        let mut other = LocalClient::connect(folder.path()).unwrap();
        other.call(b"before", LONG, &mut |_| ()).unwrap();
        let refused =
            LocalClient::connect(folder.path()).unwrap().call(b"fault", LONG, &mut |_| ()).unwrap_err();
        assert_eq!(refused.code(), "adapters-frame-cut");
        other.call(b"after", LONG, &mut |_| ()).unwrap();
    });
}

/// Replies to each question with itself reversed, up to so many.
struct Replies(usize);

impl Reader for Replies {
    fn part(&mut self, _: &[u8]) {}

    fn reply(&mut self, question: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        self.0 = self.0.checked_sub(1)?;
        Some(Zeroizing::new(question.iter().rev().copied().collect()))
    }
}

/// Asks back twice and answers with both replies.
fn asks(mut connection: LocalConnection) {
    connection.receive(LONG).unwrap();
    let asked = [&b"first"[..], b"second"].map(|question| connection.ask(question, LONG));
    match asked {
        [Ok(first), Ok(second)] => {
            connection.answer(&[first.as_slice(), second.as_slice()].concat()).unwrap();
        }
        [_, Err(error)] | [Err(error), _] => assert_eq!(error.code(), "adapters-socket-unanswered"),
    }
}

#[test]
fn a_question_of_the_node_is_replied_to_and_one_that_is_not_gives_the_request_up() {
    let folder = tempfile::tempdir().unwrap();
    while_serving(folder.path(), &asks, || {
        let ask =
            |replies| LocalClient::connect(folder.path()).unwrap().ask(b"", LONG, &mut Replies(replies));
        assert_eq!(ask(2).unwrap(), b"tsrifdnoces");
        for too_few in [0, 1] {
            assert_eq!(ask(too_few).unwrap_err().code(), "adapters-socket-unanswered");
        }
        // Whoever has no replies is told, and what is no reply is refused.
        let refused = LocalClient::connect(folder.path()).unwrap().call(b"", LONG, &mut |_| ()).unwrap_err();
        assert_eq!(refused.code(), "adapters-socket-unanswered");
    });
}

#[test]
fn a_request_in_place_of_a_reply_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let asks = |mut connection: LocalConnection| {
        connection.receive(LONG).unwrap();
        let error = connection.ask(b"who", LONG).unwrap_err();
        connection.answer(error.code().as_bytes()).unwrap();
    };
    while_serving(folder.path(), &asks, || {
        let mut raw = UnixStream::connect(folder.path().join(SOCKET_FILE)).unwrap();
        write_frame(&mut raw, 1, b"").unwrap();
        assert_eq!(read_frame(&mut raw, 100).unwrap().unwrap().body, b"who");
        write_frame(&mut raw, 1, b"").unwrap();
        assert_eq!(read_frame(&mut raw, 100).unwrap().unwrap().body, b"adapters-socket-protocol");
    });
}

#[test]
fn a_node_at_work_says_so_until_it_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let enough = AtomicBool::new(false);
    let works = |mut connection: LocalConnection| {
        connection.receive(LONG).unwrap();
        connection.while_alive(Duration::from_millis(1), || {
            while !enough.load(Ordering::Acquire) {
                thread::yield_now();
            }
        });
        connection.answer(b"done").unwrap();
    };
    while_serving(folder.path(), &works, || {
        let mut raw = UnixStream::connect(folder.path().join(SOCKET_FILE)).unwrap();
        write_frame(&mut raw, 1, b"").unwrap();
        let first = read_frame(&mut raw, 100).unwrap().unwrap();
        for _ in 0..10 {
            assert_eq!(read_frame(&mut raw, 100).unwrap().unwrap(), first);
        }
        enough.store(true, Ordering::Release);
        let mut last = first.clone();
        while last == first {
            last = read_frame(&mut raw, 100).unwrap().unwrap();
        }
        assert_eq!(last.body, b"done");
        // To whoever only waits for the answer these are silence that has not lasted.
        let mut client = LocalClient::connect(folder.path()).unwrap();
        assert_eq!(client.call(b"", LONG, &mut |_| panic!("no part was sent")).unwrap(), b"done");
    });
}

#[test]
fn parts_of_two_threads_do_not_mix() {
    let folder = tempfile::tempdir().unwrap();
    let both = |mut connection: LocalConnection| {
        connection.receive(LONG).unwrap();
        let connection = &connection;
        thread::scope(|scope| {
            for sign in [b'a', b'b'] {
                scope.spawn(move || {
                    for length in 0..200 {
                        connection.part(&vec![sign; length * 100]).unwrap();
                    }
                });
            }
        });
        connection.answer(b"").unwrap();
    };
    while_serving(folder.path(), &both, || {
        let mut lengths = [0, 0];
        let mut take = |part: &[u8]| {
            if let Some(first) = part.first() {
                assert!(part.iter().all(|sign| sign == first));
                lengths[usize::from(first - b'a')] += part.len();
            }
        };
        LocalClient::connect(folder.path()).unwrap().call(b"", LONG, &mut take).unwrap();
        assert_eq!(lengths, [1_990_000, 1_990_000]);
    });
}

#[test]
fn whoever_does_not_read_is_given_up_and_the_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let done = AtomicBool::new(false);
    let talks = |mut connection: LocalConnection| {
        connection.receive(LONG).unwrap();
        // The client has gone after its request: the first parts may still fit into the channel, later ones do not.
        while connection.part(&vec![0; 1 << 16]).is_ok() {}
        assert!(connection.ask(b"", LONG).is_err());
        done.store(true, Ordering::Release);
    };
    while_serving(folder.path(), &talks, || {
        let mut raw = UnixStream::connect(folder.path().join(SOCKET_FILE)).unwrap();
        write_frame(&mut raw, 1, b"").unwrap();
        drop(raw);
        while !done.load(Ordering::Acquire) {
            thread::yield_now();
        }
    });
}
