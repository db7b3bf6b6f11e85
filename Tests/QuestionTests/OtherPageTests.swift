import Testing

/// The questions of the seeds, asked of a page invented for it: the rules are not those of two pages.
struct OtherPageTests {
  /// A page of two articles, printed on 10 November 2025.
  private static let text = """
    # 沁源县举办秋季助农市集

    本报讯（记者 江 南）11月8日，由沁源县农业农村局主办，沁源县供销社、沁源县电商协会协办的“山货进城”助农市集在沁源县文化广场举行，吸引市民3000余人参加。

    活动现场，沁源县慈善总会向沁源县第二小学捐赠价值8.6万元的图书。沁源县农业农村局局长何建明介绍，全县今年种植党参4.2万亩，预计总产量1.3万吨，产值2.6亿元。

    # 沁源经开区赴长治考察新材料产业

    本报讯（通讯员 白 雪）10月20日至21日，沁源经济开发区党工委书记、管委会主任石磊带队赴长治市、晋城市考察新材料产业。山西沁禾新材料有限公司（以下简称“沁禾新材”）总经理林一舟参加考察。

    10月20日，石磊一行先后调研了长治高新区、长治市碳基新材料研究院以及潞州区创新中心。

    沁禾新材成立于2016年，总部位于沁源县郭道镇，投资3.2亿元建设的沁禾碳纤维项目占地面积120亩，年产碳纤维2000吨（约合5.5吨/日），预计明年6月投产。2024年，沁禾新材实现产值1.8亿元，入围山西省制造业百强。
    """

  private static let page = Result { try InventedPage(text, date: "2025-11-10") }

  @Test(arguments: [
    (
      "SELECT role, subject_name FROM relations WHERE predicate = 'organizes'",
      ["主办|沁源县农业农村局", "协办|沁源县供销社", "协办|沁源县电商协会"]
    ),
    (
      "SELECT subject_name, object_name, amount, kind FROM relations WHERE predicate = 'funds'",
      ["山西沁禾新材料有限公司|沁禾碳纤维项目|3.2亿元|", "沁源县慈善总会|沁源县第二小学|8.6万元|图书"]
    ),
    (
      "SELECT subject_name, object_name, role FROM relations WHERE predicate = 'worksFor'",
      [
        "何建明|沁源县农业农村局|局长", "林一舟|山西沁禾新材料有限公司|总经理", "石磊|沁源经济开发区党工委|书记",
        "石磊|沁源经济开发区管委会|主任",
      ]
    ),
    (
      """
      SELECT DISTINCT object_name FROM relations
      WHERE predicate = 'visited' AND subject_name = '石磊' AND date = '2025-10-20'
      """,
      ["山西长治高新技术产业园区", "潞州区创新中心", "长治市碳基新材料研究院"]
    ),
    (
      """
      SELECT DISTINCT subject_name FROM relations
      WHERE predicate = 'visited' AND object_name = '晋城市'
      """, ["林一舟", "石磊"]
    ),
    (
      "SELECT name, value, coalesce(status, '') FROM metrics WHERE subject_name = '沁源县'",
      ["产值|2.6亿元|预计", "总产量|1.3万吨|预计", "种植党参|4.2万亩|"]
    ),
    (
      "SELECT name, value FROM metrics WHERE subject_name = '沁禾碳纤维项目'",
      ["占地面积|120亩", "年产碳纤维|2000吨", "年产碳纤维|5.5吨/日"]
    ),
    (
      """
      SELECT predicate, coalesce(date, ''), coalesce(status, '') FROM relations
      WHERE subject_name = '沁禾碳纤维项目' AND predicate IN ('startDate', 'endDate')
      """, ["endDate|2026-06|expected"]
    ),
    (
      """
      SELECT predicate, coalesce(object_name, value), coalesce(date, '') FROM relations
      WHERE subject_name = '山西沁禾新材料有限公司' AND predicate NOT IN ('funds', 'undertakes')
      """,
      [
        "award|山西省制造业百强|2024", "foundedOn|2016年|2016", "locatedIn|山西省|", "locatedIn|郭道镇|",
        "metric|1.8亿元|2024",
      ]
    ),
    (
      "SELECT subject_name, value FROM relations WHERE predicate = 'authorOf'",
      ["江南|沁源县举办秋季助农市集", "白雪|沁源经开区赴长治考察新材料产业"]
    ),
  ])
  func `questions of the seeds are answered on another page`(sql: String, rows: [String]) throws {
    #expect(try Self.page.get().answer(sql) == rows.sorted())
  }
}
