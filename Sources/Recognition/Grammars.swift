import Lexicon

/// The grammars that the rules configure, in the order in which they build on one another.
struct Grammars: Sendable {
  var places: [HeadedGrammar] = []
  var address: AddressGrammar?
  var person: PersonGrammar?
  var foreign: ForeignPersonGrammar?
  var dictionary: DictionaryGrammar?
  var quoted: QuotedGrammar?
  var organisations: [HeadedGrammar] = []
  var projects: [HeadedGrammar] = []
  var enumeration: EnumerationGrammar?
  var posted: PostedGrammar?
  var defined: DefinedGrammar?
  var context: ContextGrammar?
  /// Rule indices and base weights of the grammars that need no other state.
  var abbreviation: (rule: Int, base: Float, character: Float)?
  var credit: (rule: Int, base: Float)?
  var projectHeads: Set<GroupID> = []
  var quotationDoubt: QuotationDoubt
  var bracketedEnds: BracketedEnds

  init(rules: [NameRule], types: EntityTypes, lexicon: Lexicon) {
    let roles = HeadedGrammar.Roles(
      organization: types.index(of: .organization), person: types.index(of: .person),
      place: types.index(of: .place), project: types.index(of: .project))
    bracketedEnds = BracketedEnds(
      organization: roles.organization, place: roles.place, project: roles.project, bonus: 12)
    quotationDoubt = QuotationDoubt(
      weight: -10, place: roles.place, person: roles.person, organization: roles.organization)
    var headed = 0
    for (index, rule) in rules.enumerated() {
      let type = types.index(of: rule.type)
      switch rule.grammar {
      case .headed:
        let grammar = HeadedGrammar(
          rule: index, type: type, id: rule.id, heads: GroupFlags(rule.heads),
          mask: .grammar(headed), weights: HeadedGrammar.Weights(rule.weights), roles: roles)
        headed += 1
        if type == roles.place {
          places.append(grammar)
        } else if type == roles.project {
          projects.append(grammar)
          projectHeads.formUnion(rule.heads)
        } else {
          organisations.append(grammar)
        }
      case .person:
        person = PersonGrammar(
          rule: index, type: type, weights: PersonGrammar.Weights(rule.weights))
      case .foreignPerson:
        foreign = ForeignPersonGrammar(rule: index, type: type, weights: rule.weights)
      case .address:
        address = AddressGrammar(
          rule: index, type: type, weights: AddressGrammar.Weights(rule.weights))
      case .dictionary:
        dictionary = DictionaryGrammar(
          rule: index, organization: roles.organization, weights: rule.weights)
      case .quoted: quoted = QuotedGrammar(rule: index, type: type, weights: rule.weights)
      case .abbreviation:
        abbreviation = (index, rule.weights["base"] ?? -7, rule.weights["character"] ?? -0.5)
      case .credit: credit = (index, rule.weights["base"] ?? 30)
      case .enumeration:
        enumeration = EnumerationGrammar(rule: index, type: type, weights: rule.weights)
      case .defined:
        defined = DefinedGrammar(rule: index, person: roles.person, weights: rule.weights)
      case .posted:
        posted = PostedGrammar(
          rule: index, type: type, person: roles.person,
          plain: lexicon.group(named: "plain-body"),
          openers: lexicon.group(named: "post-opener"),
          tenures: ["relation.appoint", "relation.career"].compactMap(lexicon.group(named:)),
          weights: rule.weights)
      case .context:
        context = ContextModel(lexicon: lexicon, rules: rules, types: types).map {
          ContextGrammar(rule: index, model: $0, types: types, weights: rule.weights)
        }
      }
    }
  }
}

/// A set of dictionary groups with a look-up that costs one array access.
struct GroupFlags: Sendable {
  /// By group number, up to the largest group of the set.
  private let flags: [Bool]

  init(_ groups: some Collection<GroupID>) {
    var flags = [Bool](repeating: false, count: groups.map { Int($0.rawValue) + 1 }.max() ?? 0)
    for group in groups { flags[Int(group.rawValue)] = true }
    self.flags = flags
  }

  /// Whether `group` is one of them.
  func contains(_ group: GroupID) -> Bool {
    Int(group.rawValue) < flags.count && flags[Int(group.rawValue)]
  }
}
