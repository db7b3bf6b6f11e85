/// IRIs of XML Schema's datatypes.
public enum XSD {
  /// What all of them begin with.
  public static let namespace = "http://www.w3.org/2001/XMLSchema#"
  /// `xsd:string`
  public static let string = namespace + "string"
  /// `xsd:boolean`
  public static let boolean = namespace + "boolean"
  /// `xsd:integer`
  public static let integer = namespace + "integer"
  /// `xsd:decimal`
  public static let decimal = namespace + "decimal"
  /// `xsd:float`
  public static let float = namespace + "float"
  /// `xsd:double`
  public static let double = namespace + "double"
  /// `xsd:dateTime`
  public static let dateTime = namespace + "dateTime"
  /// `xsd:date`
  public static let date = namespace + "date"
  /// `xsd:time`
  public static let time = namespace + "time"
  /// `xsd:dayTimeDuration`
  public static let dayTimeDuration = namespace + "dayTimeDuration"
}

/// IRIs of RDF's own names.
public enum RDFNames {
  /// What all of them begin with.
  public static let namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// `rdf:type`
  public static let type = namespace + "type"
  /// `rdf:langString`
  public static let langString = namespace + "langString"
  /// `rdf:dirLangString`
  public static let dirLangString = namespace + "dirLangString"
  /// `rdf:reifies`
  public static let reifies = namespace + "reifies"
  /// `rdf:first`
  public static let first = namespace + "first"
  /// `rdf:rest`
  public static let rest = namespace + "rest"
  /// `rdf:nil`
  public static let `nil` = namespace + "nil"
}
