import Foundation

/// The dictionaries, rules, ontology and documents that the built program carries with it.
public enum Seeds {
  /// The folder with `documents/`, `dictionary/`, `rules/` and `ontology.yaml`, or `nil` when the
  /// program was copied away from its resources.
  ///
  /// Looks for the resources that the build put beside the executable (or test bundle), then for
  /// `../share/mailuo` as an installed program has it. `Bundle.module` would trap where neither
  /// exists, and would prefer the build folder of another machine.
  public static func bundledDirectory() -> URL? {
    var folders = [Bundle.main.bundleURL]
    if let executable = Bundle.main.executableURL {
      folders.append(executable.resolvingSymlinksInPath().deletingLastPathComponent())
    }
    let candidates = folders.flatMap { folder in
      [
        folder.appendingPathComponent("mailuo_Seeds.resources"),
        folder.deletingLastPathComponent().appendingPathComponent("share/mailuo"),
      ]
    }
    return candidates.first { candidate in
      let ontology = candidate.appendingPathComponent("ontology.yaml")
      return FileManager.default.fileExists(atPath: ontology.path)
    }
  }
}
