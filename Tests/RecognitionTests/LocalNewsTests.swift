import Testing

@testable import Recognition

/// Names of the kinds that local newspapers are full of; all sentences are invented.
@Suite struct NamesInLocalNews {
  @Test(arguments: [
    "走访组来到{Place:沁水县嘉峰镇永安村}了解情况。",
    "救援队连夜赶往{Place:泾源县六盘山镇}。",
    "这批蔬菜当天运到{Place:兰州}、{Place:西宁}。",
    "灯会在{Place:霍州市人民广场}举办。",
    "新开通的公交线从{Place:运城北站}发车。",
    "大雪后{Place:国道108线}恢复通行。",
    "快件请寄到{Place:新绛县龙兴路26号}。",
    "游客沿着{Place:滨河西路}散步。",
    "护林员每天巡查{Place:历山国家级自然保护区}。",
    "{Place:漳泽湖}水面上飞来一群天鹅。",
    "他家住{Place:太原市迎泽区柳巷街道}。",
    "这趟列车途经{Place:榆社}、{Place:武乡}。",
    "考察团一行来到{Place:江苏省昆山市}。",
    "老人在{Place:胜利街}开了一家面馆。",
    "水从{Place:万家寨水库}引来。",
    "客商来自{Place:越南}和{Place:马来西亚}。",
    "记者在{Place:岢岚县高家会乡}看到，地里一片忙碌。",
    "{Place:黄河}岸边种上了树。",
    "施工队正在{Place:汾河二坝}清淤。",
    "暴雨过后，{Place:文峪河}水位上涨。",
    "他在{Place:石楼县义牒镇}当了三年第一书记。",
    "公司在{Place:晋中国家农高区}建了温室。",
    "高速公路在{Place:古交东收费站}设了检查点。",
  ])
  func placesAreFound(marked: String) throws {
    #expect(try Fixtures.marked(Fixtures.plain(marked)) == marked)
  }

  @Test(arguments: [
    "活动由{Organization:中共沁县县委宣传部}、{Organization:沁县文化和旅游局}主办。",
    "{Organization:山西鼎岳装备制造有限公司}今年订单翻番。",
    "他在{Organization:国网吕梁供电公司}工作了二十年。",
    "{Organization:盂县人民法院}公开审理了这起案件。",
    "{Organization:河曲县公安局交通警察大队}发布提示。",
    "{Organization:山西师范大学地理科学学院}教授{Person:丁立群}作了报告。",
    "{Organization:县供销社}送来了化肥。",
    "{Organization:寿阳县宗艾镇人民政府}出台了办法。",
    "{Organization:闻喜县桐城镇岭东村党支部}书记{Person:卫小军}带头试种。",
    "{Organization:稷山县板枣产业协会}组织培训。",
    "{Organization:中国农业银行股份有限公司高平市支行}发放贷款。",
    "记者从{Organization:市应急管理局}获悉，险情已经排除。",
    "{Organization:忻州市第一中学}有三名学生获奖。",
    "{Organization:代县中医院}引进了新设备。",
    "{Organization:县总工会}慰问了环卫工人。",
    "{Organization:共青团交城县委}开展了活动。",
    "{Organization:阳泉市蓝天救援队}参加了搜救。",
    "{Organization:省农科院谷子研究所}送来新品种。",
    "{Organization:中铁十二局集团有限公司}承建了大桥。",
    "{Organization:襄汾县融媒体中心}记者报道。",
    "{Organization:左权县综合行政执法队}清理了占道摊位。",
    "{Organization:山西大学}与{Organization:县农业农村局}签了协议。",
    "{Organization:县志愿者协会}招募新人。",
    "{Organization:国家税务总局晋城市税务局}发布公告。",
    "{Organization:市市场监管局}抽检了食品。",
    "{Organization:屯留区第三幼儿园}开园。",
    "{Organization:太谷区老年大学}新开了班。",
  ])
  func bodiesAreFound(marked: String) throws {
    #expect(try Fixtures.marked(Fixtures.plain(marked)) == marked)
  }

  @Test(arguments: [
    "县长{Person:郭振华}主持会议。",
    "副局长{Person:欧阳晓燕}介绍了情况。",
    "本报记者 {Person:尹 川}",
    "“今年能多卖两万块。”村民{Person:申二牛}说。",
    "{Person:任志强}、{Person:郝丽萍}、{Person:柴建国}参加座谈。",
    "技术员{Person:贺晋生}在地里查看墒情。",
    "校长{Person:苗青}为学生颁奖。",
    "党支部书记{Person:解红卫}带着大家修路。",
    "护士长{Person:薄晓云}一夜没合眼。",
    "驻村第一书记{Person:冀永刚}跑项目、找资金。",
    "总经理{Person:段 锐}表示，将扩大产能。",
    "退休教师{Person:侯玉堂}写了三十年日记。",
    "民警{Person:宁泽宇}跳进水里救人。",
    "非遗传承人{Person:樊巧云}教孩子们剪纸。",
    "合作社理事长{Person:逯金锁}算了一笔账。",
    "快递员{Person:仝小军}每天送两百件。",
    "牧民{Person:巴特尔}赶着羊群回来。",
    "副书记{Person:司马玉龙}到会讲话。",
    "大学生{Person:卜一凡}回乡创业。",
    "货车司机{Person:纪满仓}捐了一千元。",
    "专家{Person:温润泽}现场指导。",
    "教师{Person:芦笛}获得一等奖。",
    "驾驶员{Person:米振东}说，路好走多了。",
    "法官{Person:靳雪松}调解了纠纷。",
    "医生{Person:耿长安}坐诊。",
    "设计师{Person:裴文博}带来新作品。",
    "总工程师{Person:狄仁贵}负责攻关。",
    "{Person:冯霞霞}的剪纸卖到了国外。",
    "老兵{Person:武建功}今年九十岁。",
    "选手{Person:扎西顿珠}第一个冲过终点。",
  ])
  func personsAreFound(marked: String) throws {
    #expect(try Fixtures.marked(Fixtures.plain(marked)) == marked)
  }

  @Test(arguments: [
    "{Project:沁河右岸堤防加固工程}昨日开工。",
    "总投资三亿元的{Project:年产20万吨玻璃瓶生产线项目}投产。",
    "县里启动{Project:“暖冬护学”行动}。",
    "{Project:第六届酥梨文化旅游节}开幕。",
    "{Project:2024右玉生态国际马拉松}鸣枪开跑。",
    "公司实施了{Project:高炉煤气综合利用项目}。",
    "{Project:县第二中学迁建工程}进入装修阶段。",
    "团委举办{Project:“青春心向党”演讲比赛}。",
    "{Project:城区老旧供热管网改造工程}完工。",
    "{Project:晋豫黄河古渡文化交流论坛}举行。",
    "村里建设的{Project:千头肉牛标准化养殖项目}见了效益。",
    "{Project:离石至柳林快速通道工程}全线贯通。",
    "{Project:“书香三晋”全民阅读活动}启动。",
    "{Project:山阴县200兆瓦光伏发电项目}并网。",
    "{Project:第三届全县职工技能大赛}落幕。",
    "公司投资建设{Project:石墨烯新材料产业园项目}。",
    "{Project:东山片区雨污分流改造工程}正在施工。",
    "{Project:县医院感染性疾病楼建设项目}封顶。",
    "{Project:“万名党员进党校”培训}开班。",
    "{Project:丁陶古城保护修缮工程（二期）}启动。",
    "妇联实施{Project:“春蕾计划”助学项目}。",
    "{Project:孝义市2025年高标准农田建设项目}通过验收。",
    "{Project:浊漳河流域生态保护与修复工程}获批。",
  ])
  func worksAndCampaignsAreFound(marked: String) throws {
    #expect(try Fixtures.marked(Fixtures.plain(marked)) == marked)
  }

  @Test(arguments: [
    "烟台苹果和库尔勒香梨摆满了货架。",
    "今年雨水好，家家户户都忙着秋收。",
    "他连着三年被评为先进工作者、优秀共产党员。",
    "8支代表队、11家分院参加了比赛。",
    "公 告",
    "韩某和刘老汉都没有说话。",
    "大桥通车后，城区的路不堵了。",
    "新建蓄水池5座，埋下管道41公里。",
    "柜台上，青岛啤酒、宣威火腿摆得满满当当。",
    "人们所谓大同，终究是个梦。",
    "有人自称“海尔”上门。",
  ])
  func nothingIsInventedIn(text: String) throws {
    #expect(try Fixtures.marked(text) == text)
  }
}
