import Foundation

/// Invented documents.
enum Sample {
  /// A page of two short articles.
  static let page = """
    青州市召开重点项目推进会

    本报讯(记者 程 远)11月14日,青州市召开重点项目推进会。青州市委书记何建明主持会议并讲话,市长周海涛安排部署工作。

    会议指出,今年以来,青州市新开工项目36个,总投资128亿元。山东恒远机械制造有限公司董事长孙立伟表示,公司将投资3.2亿元建设智能装备产业园项目。

    云门山街道开展志愿服务活动

    本报讯(通讯员 韩雪)近日,青州市云门山街道开展“暖冬行动”志愿服务活动。青州市中医院组织15名医生为120名村民义诊。

    """

  /// The same page with another figure in its first article.
  static let changedPage = page.replacingOccurrences(of: "总投资128亿元", with: "总投资130亿元")

  /// A page about other people, with one body in common.
  static let otherPage = """
    恒远机械向学校捐款

    本报讯(记者 程 远)11月16日,山东恒远机械制造有限公司向青州市第三中学捐款20万元。校长李春梅出席捐赠仪式。

    """

  /// Twenty lines, compressed.
  static let gzip = Data([
    31, 139, 8, 0, 0, 0, 0, 0, 2, 255, 123, 54, 115, 197, 211, 214, 206, 151, 83, 219, 159, 236,
    216, 247, 98, 97, 207, 147, 61, 179, 94, 172, 91, 247, 184, 161, 137, 235, 217, 168, 196, 112,
    149, 0, 0, 19, 96, 212, 136, 244, 1, 0, 0,
  ])
}
