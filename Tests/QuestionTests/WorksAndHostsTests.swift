import Testing

/// Who builds, pays and organises, and how far it is, asked of two more invented pages.
struct WorksAndHostsTests {
  /// Works planned, under way, expected and done; gifts, a loan and an investment still to come.
  private static let works = Result {
    try InventedPage(
      """
      # 尤溪县三项民生工程稳步推进

      本报讯（记者 周 岭）9月10日，尤溪县召开调度会，通报洋中镇污水处理厂改扩建工程、尤溪县体育馆改造提升工程和青印溪防洪提升工程3个项目的进展，总投资8.6亿元。

      洋中镇污水处理厂改扩建工程由尤溪县住房和城乡建设局组织实施，福建闽安市政工程有限公司承建，福建信衡工程监理有限公司监理。工程于去年3月开工，今年8月28日正式通水。

      尤溪县体育馆改造提升工程由尤溪县城市建设投资集团有限公司投资1.9亿元建设，目前正在进行主体施工，预计2026年8月竣工。

      青印溪防洪提升工程计划明年1月开工建设，福建闽安市政工程有限公司中标。尤溪县水利局局长罗建章说，下一步将实施青印溪智慧水文项目。

      # 绿原茶业捐资助学

      本报讯（通讯员 林 溪）9月1日，福建绿原茶业有限公司向尤溪县第七中学捐款30万元，用于改造学生食堂。尤溪县教育基金会为该校提供12万元奖学金。

      绿原茶业还计划投资5000万元，在汤川乡建设高山茶精制加工项目。三明农商银行为企业发放贷款800万元。
      """, date: "2025-09-12")
  }

  /// Hosts in lists with the part of each.
  private static let hosts = Result {
    try InventedPage(
      """
      # 建瓯市第二届芝山读书节启幕

      本报讯（记者 何 芳）4月20日，由中共建瓯市委宣传部指导，建瓯市文化体育和旅游局、建瓯市教育局主办，建瓯市图书馆承办，建瓯市新华书店、建瓯市朗诵协会协办的第二届芝山读书节在建瓯市文化中心启幕。活动将持续到5月20日。

      读书节期间，建瓯市图书馆联合建瓯市妇联开展“亲子共读”活动12场，服务家庭600余户。建瓯市新华书店向建瓯市第三小学捐赠图书2000册。

      # 建瓯市总工会举办职工技能大赛

      本报讯（通讯员 吴 越）4月18日，建瓯市总工会举办第六届职工技能大赛。大赛由福建双溪竹业有限公司承办，该公司赞助10万元。来自全市28家企业的156名选手参赛，选手陈立新获一等奖。

      建瓯市人力资源和社会保障局、建瓯市工业和信息化局共同主办的“春风送岗”招聘会同日在建瓯市体育馆举行。
      """, date: "2025-04-22")
  }

  @Test(arguments: [
    (
      """
      SELECT subject_name, object_name, coalesce(amount, ''), coalesce(role, ''), coalesce(status, '')
      FROM relations WHERE predicate = 'funds'
      """,
      [
        "三明农商银行|福建绿原茶业有限公司|800万元|贷款|", "尤溪县教育基金会|尤溪县第七中学|12万元|奖学金|",
        "尤溪县城市建设投资集团有限公司|尤溪县体育馆改造提升工程|1.9亿元|投资|",
        "福建绿原茶业有限公司|尤溪县第七中学|30万元|捐款|",
        "福建绿原茶业有限公司|高山茶精制加工项目|5000万元|投资|计划",
      ]
    ),
    (
      """
      SELECT subject_name, object_name, role, coalesce(status, '')
      FROM relations WHERE predicate = 'undertakes'
      """,
      [
        "尤溪县住房和城乡建设局|洋中镇污水处理厂改扩建工程|组织实施|", "尤溪县城市建设投资集团有限公司|尤溪县体育馆改造提升工程|建设|",
        "尤溪县水利局|青印溪智慧水文项目|实施|将", "福建信衡工程监理有限公司|洋中镇污水处理厂改扩建工程|监理|",
        "福建绿原茶业有限公司|高山茶精制加工项目|建设|计划", "福建闽安市政工程有限公司|洋中镇污水处理厂改扩建工程|承建|",
        "福建闽安市政工程有限公司|青印溪防洪提升工程|中标|",
      ]
    ),
    (
      """
      SELECT predicate, subject_name, date, coalesce(status, '')
      FROM relations WHERE predicate IN ('startDate', 'endDate')
      """,
      [
        "endDate|尤溪县体育馆改造提升工程|2026-08|expected", "endDate|洋中镇污水处理厂改扩建工程|2025-08-28|",
        "startDate|洋中镇污水处理厂改扩建工程|2024-03|", "startDate|青印溪防洪提升工程|2026-01|planned",
      ]
    ),
    (
      "SELECT subject_name, value FROM relations WHERE predicate = 'status'",
      ["尤溪县体育馆改造提升工程|正在进行主体施工", "洋中镇污水处理厂改扩建工程|正式通水"]
    ),
    ("SELECT subject_name FROM metrics WHERE value = '8.6亿元'", ["尤溪县"]),
    ("SELECT subject_name, value FROM metrics WHERE subject_name LIKE '%工程'", []),
  ])
  func `works and their money`(sql: String, rows: [String]) throws {
    #expect(try Self.works.get().answer(sql) == rows.sorted())
  }

  @Test(arguments: [
    (
      """
      SELECT object_name, role, subject_name, coalesce(date, '')
      FROM relations WHERE predicate = 'organizes'
      """,
      [
        "“亲子共读”活动|开展|建瓯市图书馆|", "“亲子共读”活动|开展|建瓯市妇联|",
        "“春风送岗”招聘会|共同主办|建瓯市人力资源和社会保障局|", "“春风送岗”招聘会|共同主办|建瓯市工业和信息化局|",
        "建瓯市第二届芝山读书节|主办|建瓯市教育局|2025-04-20", "建瓯市第二届芝山读书节|主办|建瓯市文化体育和旅游局|2025-04-20",
        "建瓯市第二届芝山读书节|协办|建瓯市新华书店|2025-04-20", "建瓯市第二届芝山读书节|协办|建瓯市朗诵协会|2025-04-20",
        "建瓯市第二届芝山读书节|承办|建瓯市图书馆|2025-04-20", "建瓯市第二届芝山读书节|指导|中共建瓯市委宣传部|2025-04-20",
        "第六届职工技能大赛|举办|建瓯市总工会|2025-04-18", "第六届职工技能大赛|承办|福建双溪竹业有限公司|",
      ]
    ),
    (
      """
      SELECT subject_name, object_name, amount, coalesce(date, '')
      FROM relations WHERE predicate = 'funds'
      """,
      ["建瓯市新华书店|建瓯市第三小学|图书2000册|2025-04-20", "福建双溪竹业有限公司|第六届职工技能大赛|10万元|2025-04-18"]
    ),
    (
      """
      SELECT predicate, subject_name, date, coalesce(status, '')
      FROM relations WHERE predicate IN ('startDate', 'endDate')
      """,
      [
        "endDate|建瓯市第二届芝山读书节|2025-05-20|planned", "startDate|建瓯市第二届芝山读书节|2025-04-20|",
        "startDate|第六届职工技能大赛|2025-04-18|",
      ]
    ),
    (
      "SELECT subject_name, object_name FROM relations WHERE predicate = 'cooperatesWith'",
      ["建瓯市人力资源和社会保障局|建瓯市工业和信息化局", "建瓯市图书馆|建瓯市妇联"]
    ),
    ("SELECT subject_name, value FROM relations WHERE predicate = 'award'", ["陈立新|一等奖"]),
  ])
  func `hosts and their parts`(sql: String, rows: [String]) throws {
    #expect(try Self.hosts.get().answer(sql) == rows.sorted())
  }
}
