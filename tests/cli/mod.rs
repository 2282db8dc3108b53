//! Running the program as its users do.
#![allow(dead_code, reason = "each test uses its own part")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// What a command gave.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// How long any command here may take, on a slow and busy machine and not optimised.
const LONGEST: Duration = Duration::from_secs(120);

/// Runs the program in a folder, with the data of this repository.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    run_with(folder, arguments, b"")
}

/// Runs the program with something on its standard input.
pub fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Run {
    let start = Instant::now();
    let mut child = command(folder, arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || {
        // A program that does not read it closes the pipe.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let run = Run::of(&output);
    let shown: Vec<String> = arguments.iter().map(|argument| argument.chars().take(60).collect()).collect();
    assert!(!run.err.contains("panicked"), "{shown:?}: {}", run.err);
    assert!(start.elapsed() < LONGEST, "{shown:?} took {:?}", start.elapsed());
    run
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demarche"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_MANIFEST_DIR", env!("CARGO_MANIFEST_DIR"))
        .env_remove("DEMARCHE_DATA")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

impl Run {
    fn of(output: &Output) -> Self {
        Self {
            code: output.status.code().expect("ended by a signal"),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// A new folder with a copy of `data/`.
pub fn copy_of_data() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &folder.path().join("data"));
    folder
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// Writes a file in a folder, with the folders above it.
pub fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// What a file in a folder holds.
pub fn get(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs the program in a folder with the `data/` there, as `cargo run` would.
pub fn run_in_data(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = command(folder, arguments);
    command.env("CARGO_MANIFEST_DIR", folder).stdin(Stdio::null());
    Run::of(&command.output().unwrap())
}

/// A folder whose `w` is the invented world of the scores, with the shipped words of English.
pub fn invented_world() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&root.join("tests/score/world"), &folder.path().join("w"));
    for name in ["words", "verbs", "irregulars"] {
        let name = format!("{name}.ron");
        std::fs::copy(root.join("data/rules").join(&name), folder.path().join("w").join(&name)).unwrap();
    }
    folder
}
