//! README.md and the pages in docs/: every command in them is run, and gives what is shown there.
//!
//! `DEMARCHE_BLESS=1 cargo test --test cli_readme` writes what the commands give now into them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

mod cli;

/// Pictures in the repository that commands of the README draw.
const PICTURES: [&str; 1] = ["docs/network.svg"];

#[test]
fn readme() {
    let folder = page("README.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for picture in PICTURES {
        if blessed() {
            fs::copy(folder.path().join(picture), root.join(picture)).unwrap();
            continue;
        }
        let drawn = fs::read_to_string(folder.path().join(picture)).unwrap();
        let kept = fs::read_to_string(root.join(picture)).unwrap_or_default();
        assert!(drawn == kept, "{picture} is not what the README's command draws: {BLESS}");
    }
}

#[test]
fn scoring() {
    page("docs/scoring.md");
}

#[test]
fn world() {
    page("docs/world.md");
}

#[test]
fn events() {
    page("docs/events.md");
}

const BLESS: &str = "look at the difference; if it is wanted, run `DEMARCHE_BLESS=1 cargo test --test cli_readme`";

fn blessed() -> bool {
    std::env::var_os("DEMARCHE_BLESS").is_some()
}

/// Checks a page, or writes it; gives the folder its commands ran in.
fn page(name: &str) -> TempDir {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let shown = fs::read_to_string(&path).unwrap();
    let folder = cli::copy_of_data();
    let run = run_readme(&shown, folder.path());
    if blessed() {
        fs::write(&path, &run).unwrap();
        return folder;
    }
    for (number, (shown, run)) in shown.lines().zip(run.lines()).enumerate() {
        assert_eq!(shown, run, "{name} line {}: {BLESS}", number + 1);
    }
    assert_eq!(shown, run, "{BLESS}");
    folder
}

/// A page with the outputs that its commands give in a folder; the files it shows are put there on the way.
fn run_readme(text: &str, folder: &Path) -> String {
    let mut done = String::new();
    let mut lines = text.lines();
    let mut file = None;
    while let Some(line) = lines.next() {
        done += &format!("{line}\n");
        if let Some(name) = line.strip_prefix("<!-- file: ").and_then(|rest| rest.strip_suffix(" -->")) {
            file = Some(name);
        } else if line.starts_with("```") && line != "```" {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let text: String = block.iter().map(|line| format!("{line}\n")).collect();
            if let Some(name) = file.take() {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &text).unwrap();
            }
            match line {
                "```console" => done += &run_block(&block, folder),
                "```sh" => {
                    run_silently(&block, folder);
                    done += &text;
                }
                _ => done += &text,
            }
            done += "```\n";
        }
    }
    done
}

/// A block of commands whose output is not shown: each has to succeed. What cargo does, it does with the program built already.
fn run_silently(block: &[&str], folder: &Path) {
    for line in block {
        let command = line.split(" # ").next().unwrap_or_default().trim();
        let Some(command) = command.strip_prefix("cargo ") else { panic!("`{command}` is not known here") };
        match command.strip_prefix("run --release -- ") {
            Some(arguments) => {
                let given = run(&format!("demarche {arguments} || echo failed"), folder);
                assert!(!given.contains("failed"), "`{command}`: {given}");
            }
            None => assert_eq!(command, "test"),
        }
    }
}

/// A block of commands, each with the output it gives.
fn run_block(block: &[&str], folder: &Path) -> String {
    let mut done = String::new();
    let mut rest = block;
    while let Some((line, after)) = rest.split_first() {
        let command = line.strip_prefix("$ ").unwrap_or_else(|| panic!("no command in front of `{line}`"));
        let length = after.iter().position(|line| line.starts_with("$ ")).unwrap_or(after.len());
        let (shown, next) = after.split_at(length);
        let given = run(command, folder);
        done += &format!("{line}\n");
        for line in elided(&given, shown) {
            done += &format!("{line}\n");
        }
        // an empty line between a command's output and the next command
        if !next.is_empty() && !given.is_empty() {
            done += "\n";
        }
        rest = next;
    }
    done
}

/// The lines of an output, where the README shows `...` cut as it is there: as many lines before it, and as many after.
fn elided<'a>(given: &'a str, shown: &[&str]) -> Vec<&'a str> {
    let lines: Vec<&str> = given.lines().map(str::trim_end).collect();
    let mut shown = shown;
    while let [rest @ .., ""] = shown {
        shown = rest;
    }
    let Some(at) = shown.iter().position(|line| *line == "...") else { return lines };
    let after = shown.len() - at - 1;
    if lines.len() <= at + after {
        return lines;
    }
    [&lines[..at], &["..."], &lines[lines.len() - after..]].concat()
}

fn run(command: &str, folder: &Path) -> String {
    let path = std::env::var("PATH").unwrap_or_default();
    let program = Path::new(env!("CARGO_BIN_EXE_demarche")).parent().unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("{{ {command}\n}} 2>&1")])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", program.display()))
        // as `cargo run` would in the folder
        .env("CARGO_MANIFEST_DIR", folder)
        .env_remove("DEMARCHE_DATA")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("panicked"), "`{command}` panicked: {text}");
    text
}
