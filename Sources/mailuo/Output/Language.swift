import ArgumentParser
import Export

extension Language: ExpressibleByArgument {}
