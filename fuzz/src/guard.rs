//! Notices a parser that asks for memory by a length it was told.

#![expect(
    unsafe_code,
    reason = "an allocator is an unsafe trait; this one counts and hands on to the system's"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// The largest single request that a target may make. No input is longer than 64 KiB, so whoever asks for more
/// than four thousand times that at once has believed a length in the input.
pub const MAX_REQUEST_BYTES: usize = 256 * 1024 * 1024;

/// The system's allocator, with an eye on the size of requests.
pub struct Guard;

thread_local! {
    static WATCHING: Cell<bool> = const { Cell::new(false) };
}

/// Runs `run` with the guard on, in this thread.
pub fn watched<T>(run: impl FnOnce() -> T) -> T {
    WATCHING.set(true);
    let answer = run();
    WATCHING.set(false);
    answer
}

/// Turns the guard off, after a panic went through [`watched`].
pub fn unwatch() {
    WATCHING.set(false);
}

fn look(size: usize) {
    if size > MAX_REQUEST_BYTES && WATCHING.try_with(Cell::get).unwrap_or(false) {
        unwatch();
        crate::child::give_up(&format!("asked for {size} bytes at once"));
    }
}

// SAFETY: every method hands its arguments, unchanged, to the system's allocator and returns its answer, so the
// contract of the trait is the system allocator's. `look` allocates only after it has turned itself off.
unsafe impl GlobalAlloc for Guard {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        look(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        look(layout.size());
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        look(size);
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}
