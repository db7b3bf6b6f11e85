/// Functions of the language by name (https://www.w3.org/TR/sparql12-query/#SparqlOps); `BOUND`,
/// `IF` and `COALESCE`, which do not evaluate all their arguments, are expressions of their own.
public enum Function: String, Sendable, Hashable, CaseIterable {
  case str = "STR"
  case lang = "LANG"
  case langMatches = "LANGMATCHES"
  case datatype = "DATATYPE"
  case iri = "IRI"
  case uri = "URI"
  case bnode = "BNODE"
  case rand = "RAND"
  case abs = "ABS"
  case ceil = "CEIL"
  case floor = "FLOOR"
  case round = "ROUND"
  case concat = "CONCAT"
  case strlen = "STRLEN"
  case ucase = "UCASE"
  case lcase = "LCASE"
  case encodeForURI = "ENCODE_FOR_URI"
  case contains = "CONTAINS"
  case strstarts = "STRSTARTS"
  case strends = "STRENDS"
  case strbefore = "STRBEFORE"
  case strafter = "STRAFTER"
  case year = "YEAR"
  case month = "MONTH"
  case day = "DAY"
  case hours = "HOURS"
  case minutes = "MINUTES"
  case seconds = "SECONDS"
  case timezone = "TIMEZONE"
  case tz = "TZ"
  case now = "NOW"
  case uuid = "UUID"
  case struuid = "STRUUID"
  case md5 = "MD5"
  case sha1 = "SHA1"
  case sha256 = "SHA256"
  case sha384 = "SHA384"
  case sha512 = "SHA512"
  case strlang = "STRLANG"
  case strdt = "STRDT"
  case sameTerm = "SAMETERM"
  case isIRI = "ISIRI"
  case isURI = "ISURI"
  case isBlank = "ISBLANK"
  case isLiteral = "ISLITERAL"
  case isNumeric = "ISNUMERIC"
  case regex = "REGEX"
  case substr = "SUBSTR"
  case replace = "REPLACE"
  case langDirection = "LANGDIR"
  case hasLanguage = "HASLANG"
  case hasLanguageDirection = "HASLANGDIR"
  case strLangDirection = "STRLANGDIR"
  case triple = "TRIPLE"
  case subject = "SUBJECT"
  case predicate = "PREDICATE"
  case object = "OBJECT"
  case isTriple = "ISTRIPLE"

  /// How many arguments it takes.
  public var argumentCount: ClosedRange<Int> {
    switch self {
    case .rand, .now, .uuid, .struuid: 0...0
    case .bnode: 0...1
    case .concat: 0...Int.max
    case .langMatches, .contains, .strstarts, .strends, .strbefore, .strafter, .strlang, .strdt,
      .sameTerm:
      2...2
    case .regex, .substr: 2...3
    case .replace: 3...4
    case .strLangDirection, .triple: 3...3
    default: 1...1
    }
  }

  var isVolatile: Bool {
    switch self {
    case .rand, .uuid, .struuid, .bnode: true
    default: false
    }
  }
}
