import Foundation

/// The dictionaries, rules, ontology and documents that the built program carries with it.
public enum Seeds {
  /// The folder with `documents/`, `dictionary/`, `rules/` and `ontology.yaml`, or `nil` when the
  /// program was copied away from its resources.
  ///
  /// Looks beside the running executable first, so an installed program finds the copy that was
  /// installed with it; `Bundle.module` would trap where neither place exists.
  public static func bundledDirectory() -> URL? {
    let executable = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    let folders = [
      Bundle.main.bundleURL, executable.resolvingSymlinksInPath().deletingLastPathComponent(),
    ]
    for folder in folders {
      let candidate = folder.appendingPathComponent("mailuo_Seeds.resources")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }
}
