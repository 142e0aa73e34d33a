"""The headings that files use for the same thing; each text is written as `plain` leaves it, words apart by spaces."""

from collections.abc import Mapping

from kedun.intake.public_words import CODES

Words = Mapping[str, str]

ROLES: Words = {
    "external_id": "编号 外部编号 记录编号 记录号 流水号 externalid recordid uid 唯一编号",
    "customer": (
        "客户编号 客户代码 客户编码 客户号 客户id 客户code 购方编号 购货单位编码 往来单位编码 往来单位编号 债务人编号 买方编号 会员编号"
        " customerid customerno customernumber customercode custid custno custcode custnum customerkey"
        " customeraccount customerref clientid clientno clientcode accountno accountnumber accountid"
        " debtorid debtorno debtorcode debtornumber buyerid buyercode partnercode partnerid bpcode businesspartner soldto soldtoparty"
    ),
    "legal_entity": "法人主体 我方主体 我方公司 公司主体 法人 账套 销售主体 公司代码 legalentity entity companycode sellingcompany ourcompany",
    "reported_on": "登记日期 登记日 录入日期 录入日 入库日期 上报日期 reportedon entrydate enteredon recordedon postedon reportingdate",
    "terms": "账期 账期天数 付款条件 付款账期 结算账期 收款条件 信用期 信用天数 信用账期 paymentterms paymentterm terms creditterms termsofpayment netterms",
    "is_retracted": "已撤回 已作废 是否作废 作废 撤回 isretracted retracted voided isvoid",
}
"""Columns that every kind may have."""

CUSTOMER_OR_NAME = "客户 往来单位 买方 购方 customer cust client account debtor buyer"
"""Headings that mean the customer's code, or, where there is a column for that, the name."""

CUSTOMER_ATTRIBUTES: Words = {
    "name": (
        "客户名称 客户名 客户全称 公司名称 企业名称 单位名称 购方名称 购货单位 往来单位名称 买方名称 债务人名称 客户简称 客户公司"
        " customername custname clientname companyname debtorname buyername accountname partnername soldtoname"
    ),
    "uscc": "统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 购方税号 uscc creditcode taxid taxno vatid vatno",
    "group": "所属集团 集团 集团名称 集团编号 母公司 corporategroup group groupname parentcompany",
    "region": "地区 区域 省份 省市 城市 所在地 大区 region province city area state territory",
    "country": "国家 国家代码 国别 国家地区 country countrycode countryname nation",
    "industry": "行业 所属行业 行业分类 industry sector industrycode trade",
    "owner": "负责人 业务员 销售员 销售 客户经理 销售代表 销售负责人 跟单员 owner salesperson salesrep accountmanager responsible rep",
    "segment": "客户分类 客户类别 客户等级 客户类型 segment customersegment customerclass customertype customergroup",
}
"""Columns about the customer that files of other kinds carry along."""

SETTLEMENT: Words = {
    "settled_on": (
        "结清日期 结清日 付清日期 结算日期 核销日期 付款日期 付款日 回款日期 回款日 收款日期 收款日 到账日期 到账日 实际付款日期 实际回款日期 实付日期 清账日期"
        " settleddate settledon settlementdate settledat paiddate paidon paidat datepaid paymentdate clearingdate cleareddate clearedon"
        " closeddate closedon dateclosed datesettled cleardate receiptdate fullypaiddate fullypaidon"
    ),
    "paid": (
        "已付金额 已付 已付款金额 已收金额 已收 已收款 已收款金额 已回款 已回款金额 回款金额 收款金额 实收金额 实付金额 付款金额 已核销金额 已结算金额 累计收款 累计回款"
        " paid paidamount amountpaid paidtodate paymentamount totalpaid received amountreceived receivedamount settledamount clearedamount paymentreceived"
    ),
    "open": (
        "未付金额 未付 未收金额 未收 未收款 未回款 未回款金额 未结金额 未核销金额 余额 应收余额 未清金额 未清余额 欠款 欠款金额 剩余金额 剩余应收 待收金额"
        " open openamount openbalance balance balancedue outstanding outstandingamount outstandingbalance amountdue amountopen"
        " unpaid unpaidamount remaining remainingamount openitemamount residual dueamount totalopenamount"
    ),
}
"""Columns of an invoice file that say what was paid."""

FIELDS: Mapping[str, Words] = {
    "customer": {
        **CUSTOMER_ATTRIBUTES,
        "name": f"{CUSTOMER_ATTRIBUTES['name']} 名称 全称 name fullname legalname company",
        "registered_capital_minor": "注册资本 注册资金 registeredcapital capital",
        "registered_on": "成立日期 成立时间 注册日期 成立日 registeredon establishedon founded foundedon dateestablished incorporationdate incorporatedon",
        "status": "登记状态 经营状态 企业状态 状态 status registrationstatus companystatus",
        "paid_in_capital_minor": "",
        "licence_ends_on": "",
        "former_names": "",
        "stated_since": "合作起始日 合作开始日期 首次合作日期 建档日期 开户日期 合作起始日期 合作时间 customersince since clientsince startdate relationshipsince createddate",
        "strategic_weight": "战略意义 战略权重 战略价值 strategicweight strategicvalue",
        "terms_days": "账期天数 账期 信用期 信用天数 付款天数 账期天 paymentterms paymenttermsindays termsdays terms creditdays creditterms netdays paymentdays",
        "terms_basis": "账期起算 账期方式 起算方式 结算方式 termsbasis termscountfrom paymenttermsbasis",
        "currency": "",
    },
    "customer_group": {"name": "集团名称 集团 名称 name groupname corporategroup"},
    "person": {
        "name": "姓名 名字 联系人 人员 name fullname personname contactname",
        "phone": "电话 手机 手机号 联系电话 电话号码 phone mobile telephone tel phonenumber mobilephone",
        "email": "邮箱 邮件 电子邮箱 电子邮件 mail email mailaddress emailaddress",
    },
    "contact": {
        "person": "人员编号 联系人编号 联系人 人员 person personid contactperson contactid contact",
        "role": "职务 职位 岗位 角色 role title position jobtitle function",
        "is_key": "关键联系人 是否关键联系人 关键人 主要联系人 keycontact iskey iskeycontact primarycontact primary",
        "from_on": "任职起 任职开始 任职日期 开始日期 起始日期 入职日期 inofficefrom fromon from startdate validfrom since",
        "to_on": "任职止 任职结束 结束日期 截止日期 离职日期 inofficeuntil toon until to enddate validto",
    },
    "group_member": {
        "group": "所属集团 集团 集团名称 集团编号 母公司 corporategroup group groupname groupid",
        "from_on": "加入日期 加入 入集团日期 起始日期 开始日期 memberfrom fromon from startdate validfrom since joinedon",
        "to_on": "退出日期 退出 出集团日期 截止日期 结束日期 memberuntil toon until to enddate validto lefton",
    },
    "relation": {
        "other": "对方编号 对方 关联方 关联方编号 关联企业 关联公司 otherparty other relatedparty counterparty relatedcompany",
        "relation_type": "关系 关系类型 关联关系 关联类型 relation relationtype relationship relationshiptype",
        "share_permille": "持股千分比 占比千分比 sharepermille",
        "amount_minor": "担保金额 担保额 保证金额 amountguaranteed guaranteedamount guaranteeamount",
        "from_on": "起 开始日期 起始日期 生效日期 from fromon startdate validfrom since",
        "to_on": "止 结束日期 截止日期 失效日期 until toon to enddate validto",
    },
    "check": {
        "scope": "范围 调查范围 核查范围 调查类型 scope checkscope checktype",
        "checked_on": "调查日期 核查日期 检查日期 尽调日期 checkedon checkdate dateofcheck",
        "result": "结果 调查结果 核查结果 结论 result outcome checkresult",
    },
    "enquiry": {
        "asked_on": "询盘日期 询价日期 咨询日期 来电日期 askedon enquirydate inquirydate asked",
        "answered_on": "回复日期 答复日期 回复日 报价日期 answeredon replydate repliedon answerdate responsedate answered",
        "elapsed_minutes": "回复用时 回复时长 响应时长 用时 minutesuntiltheanswer elapsedminutes replyminutes responseminutes responsetime",
        "topic": "主题 询盘内容 内容 产品 topic subject product",
    },
    "order": {
        "order_no": "订单号 订单编号 订单号码 销售订单号 销售单号 单号 合同订单号 orderno ordernumber orderid salesorder salesorderno so sono ordercode",
        "orderer": "下单方 下单人 下单单位 订货方 orderer orderedby ordercustomer",
        "placed_on": "下单日期 订单日期 订货日期 下单时间 销售日期 placedon orderdate ordered orderedon dateordered placed",
        "amount_minor": "订单金额 订单总额 订单总金额 销售金额 orderamount ordertotal ordervalue",
        "cancelled_on": "取消日期 取消时间 撤单日期 作废日期 cancelledon canceledon cancellationdate canceldate cancelled canceled",
        "promised_on": "约定交货日 承诺交期 交货日期 交期 要求交货日期 预计交货日期 promiseddelivery promisedon promisedate requesteddeliverydate deliverydue",
    },
    "delivery": {
        "delivery_no": "发货单号 发货编号 出库单号 送货单号 交货单号 deliverynumber deliveryno deliveryid shipmentno shipmentnumber dispatchno",
        "order_no": "订单号 订单编号 销售订单号 ordernumber orderno orderid salesorder",
        "delivered_on": "发货日期 出库日期 送货日期 交货日期 发货时间 deliveredon deliverydate shippeddate shipmentdate shippedon delivered",
        "accepted_on": "验收日期 签收日期 收货日期 acceptedon acceptancedate receivedon accepted signedforon",
        "amount_minor": "发货金额 出库金额 交货金额 deliveredamount deliveryamount shippedamount deliveryvalue",
    },
    "invoice": {
        "document_no": (
            "发票号 发票号码 发票编号 票号 单据号 单据编号 凭证号 应收单号 账单号 数电票号码"
            " invoiceno invoicenumber invoiceid invoice invno invnumber invid inv billno billnumber billid documentno documentnumber docno docnumber docid docnum"
        ),
        "instalment_no": "期次 期数 分期 instalmentnumber instalmentno instalment installment installmentno installmentnumber",
        "issue_on": (
            "开票日期 发票日期 开票日 开票时间 单据日期 业务日期 应收日期 账单日期 记账日期"
            " issuedate issueon issuedon invoicedate invdate dateinvoiced billdate billingdate documentdate docdate baselinedate invoicecreatedate documentcreatedate postingdate"
        ),
        "stated_due_on": (
            "到期日 到期日期 应付日期 应收到期日 付款到期日 应回款日期 付款期限 最后付款日 约定付款日 预计回款日期"
            " duedate dueon due datedue statedueon paymentdue paymentduedate dueindate maturitydate netduedate"
        ),
        "amount_minor": (
            "含税金额 发票金额 开票金额 应收金额 价税合计 含税总额 账单金额 应收款 总金额 原币金额 应收总额"
            " amountinclvat invoiceamount invoicetotal grossamount amountgross totalamount invoicevalue billamount billedamount totalinclvat total gross amountincltax invamount"
        ),
        "is_disputed": "有争议 争议 是否争议 争议标记 disputed isdisputed dispute indispute disputeflag",
        "order_no": "订单号 订单编号 销售订单号 ordernumber orderno orderid salesorder so",
        "contract_no": "合同号 合同编号 contractnumber contractno contractid contract",
    },
    "payment": {
        "document_no": "核销发票号 发票号 发票号码 发票编号 对应发票号 对应发票 单据号 invoicepaid invoiceno invoicenumber invoiceid invoice invno documentno docno",
        "instalment_no": "期次 期数 分期 instalmentnumber instalmentno instalment installmentno",
        "amount_minor": (
            "付款金额 收款金额 回款金额 到账金额 实收金额 已付金额 已收金额 支付金额 amountpaid paymentamount paidamount receivedamount amountreceived receiptamount paid"
        ),
        "paid_on": (
            "到账日 到账日期 付款日期 收款日期 回款日期 付款日 收款日 回款日 入账日期 支付日期"
            " valuedate paidon paymentdate paiddate datepaid receiveddate receiptdate receivedon bookingdate"
        ),
        "method": "付款方式 支付方式 收款方式 结算方式 回款方式 method paymentmethod paymenttype paidby",
        "matures_on": "票据到期日 承兑到期日 汇票到期日 notematureson matureson maturitydate maturity notedue",
        "payer": "付款方 付款人 付款单位 汇款人 payer paidby payername remitter",
        "bounce_of": "退回的回款编号 退回的付款编号 退票原付款编号 退回付款 冲销付款 bounceofpayment bounceof reversalof returnedpayment",
    },
    "allocation": {
        "payment": "回款编号 付款编号 付款单号 收款编号 收款单号 payment paymentid paymentno receiptno",
        "document_no": "发票号 发票号码 发票编号 单据号 invoicenumber invoiceno invoiceid invoice documentno",
        "instalment_no": "期次 期数 分期 instalmentnumber instalmentno instalment",
        "entry": "类型 核销类型 entry entrytype allocationtype",
        "amount_minor": "核销金额 分配金额 allocatedamount allocationamount",
        "allocated_on": "核销日期 核销日 分配日期 allocatedon allocationdate",
    },
    "credit_note": {
        "document_no": "红字发票号 红字发票号码 红票号 红冲发票号 退货单号 贷项单号 creditnotenumber creditnoteno creditnoteid creditnote creditmemo creditmemono returnno",
        "invoice_no": "对应发票号 原发票号 原发票号码 蓝字发票号 发票号 invoicecredited originalinvoice invoiceno invoicenumber invoiceid relatedinvoice",
        "issue_on": "开具日期 红票日期 红冲日期 退货日期 creditnotedate creditdate issuedate issueon issuedon returndate",
        "amount_minor": "红字金额 红冲金额 退货金额 贷项金额 creditamount creditnoteamount creditedamount returnamount",
        "reason": "原因 红冲原因 退货原因 reason creditreason returnreason",
    },
    "contract": {
        "contract_no": "合同号 合同编号 合同号码 contractnumber contractno contractid contract",
        "signed_on": "签订日期 签约日期 合同日期 签署日期 signedon contractdate signingdate datesigned signed",
        "ends_on": "到期日期 合同到期日 终止日期 结束日期 endson enddate expirydate expireson contractend validto ends",
        "amount_minor": "合同金额 合同总额 合同总金额 contractamount contractvalue contracttotal",
        "terms_days": "账期天数 账期 付款天数 信用期 paymenttermsindays paymentterms termsdays terms netdays",
        "terms_basis": "账期起算 账期方式 起算方式 termscountfrom termsbasis",
    },
    "milestone": {
        "contract_no": "合同号 合同编号 contractnumber contractno contractid contract",
        "title": "节点 节点名称 里程碑 履约节点 事项 milestone title milestonename obligation",
        "obliged": "义务方 责任方 履约方 obligedparty obliged responsibleparty party",
        "due_on": "应完成日 应完成日期 计划日期 计划完成日 到期日 dueon duedate planneddate planned due",
        "met_on": "实际完成日 实际完成日期 完成日期 完成日 meton metdate completedon completiondate actualdate met done",
    },
    "credit_limit": {
        "limit_type": "额度类型 额度种类 类型 limittype credittype typeoflimit",
        "amount_minor": "额度 信用额度 授信额度 额度金额 授信金额 limit creditlimit limitamount creditline approvedlimit",
        "is_unlimited": "不限额 无限额 是否不限额 unlimited isunlimited nolimit",
        "from_on": "生效日 生效日期 起始日期 开始日期 inforcefrom fromon validfrom effectivefrom effectivedate startdate",
        "to_on": "失效日 失效日期 截止日期 结束日期 inforceuntil toon validto effectiveto expirydate enddate",
    },
    "ticket": {
        "ticket_type": "类型 工单类型 投诉类型 tickettype casetype requesttype",
        "opened_on": "提出日期 创建日期 受理日期 投诉日期 登记时间 提交日期 openedon opened createdon createddate opendate createdat",
        "closed_on": "关闭日期 结束日期 解决日期 完成日期 closedon closed closeddate resolvedon closedate resolveddate",
        "topic": "主题 标题 内容 问题 topic subject title description",
        "cost_minor": "处理成本 处理费用 成本 赔付金额 costtoserve cost handlingcost",
    },
    "interaction": {
        "happened_on": "日期 往来日期 拜访日期 跟进日期 沟通日期 happenedon day interactiondate visitdate contactdate",
        "channel": "渠道 方式 沟通方式 跟进方式 channel medium contactmethod",
        "subject": "内容 主题 沟通内容 跟进内容 摘要 subject content summary notes",
        "attitude": "态度 客户态度 attitude mood",
        "satisfaction": "满意度 客户满意度 满意度评分 satisfaction csat satisfactionscore",
        "culture_fit": "文化契合度 文化匹配度 culturefit",
        "reply_quality": "回复质量 答复质量 沟通质量 replyquality qualityofreplies",
    },
    "statement": {
        "period_end_on": "报表日 报表日期 会计期间 期末日期 报告期 截止日期 periodend periodendon statementdate fiscalyearend balancesheetdate",
        "revenue_minor": "营业收入 营收 主营业务收入 销售收入 revenue sales turnover operatingrevenue",
        "net_profit_minor": "净利润 税后利润 netprofit netincome profit",
        "total_assets_minor": "资产总额 总资产 资产总计 资产合计 totalassets assets",
        "total_liabilities_minor": "负债总额 总负债 负债总计 负债合计 totalliabilities liabilities",
        "current_assets_minor": "流动资产 流动资产合计 currentassets",
        "current_liabilities_minor": "流动负债 流动负债合计 currentliabilities",
        "operating_cash_flow_minor": "经营现金流净额 经营活动现金流 经营活动产生的现金流量净额 经营现金流 operatingcashflow cashflowfromoperations",
    },
    "bureau_report": {
        "reported_as_of": "报告日 报告日期 征信日期 报告时间 reportday reportedasof reportdate",
        "agency": "机构 征信机构 评级机构 数据来源 agency bureau source provider",
        "rating": "评级 信用评级 信用等级 等级 rating creditrating grade",
        "rating_points": "评级分 信用分 信用评分 评分 分数 ratingpoints score creditscore points",
    },
    "legal_event": {
        "event_type": "类型 事件类型 案件类型 风险类型 eventtype casetype",
        "role": "身份 诉讼地位 诉讼身份 角色 role partyrole",
        "filed_on": "立案日期 立案时间 发生日期 filedon filingdate casedate filed",
        "closed_on": "结案日期 结案时间 解除日期 移出日期 closedon closingdate closeddate closed",
        "amount_minor": "涉案金额 处罚金额 amountindispute claimamount disputedamount casevalue",
        "title": "案由 事由 subject title case cause",
        "case_no": "",
        "case_status": "",
    },
    "firm_change": {"item": "change changeditem", "changed_on": "changedate datechanged"},
    "news_item": {
        "published_on": "发布日期 发布时间 新闻日期 publishedon publisheddate publicationdate published",
        "sentiment": "情感 情感倾向 情绪 倾向 sentiment tone polarity",
        "title": "标题 新闻标题 title headline",
        "topic": "主题 话题 topic subject category",
    },
    "industry_fact": {
        "industry": "行业 所属行业 行业名称 industry sector",
        "observed_on": "日期 观察日期 统计日期 day observedon observationdate",
        "index_permille": "景气指数千分 prosperityindexpermille indexpermille",
    },
    "market_event": {
        "covers": "范围 适用范围 覆盖范围 covers scope",
        "market": "行业或地区 行业/地区 行业地区 适用行业或地区 market industryorregion",
        "event_type": "动态类型 类型 事件类型 eventtype",
        "impact": "不利影响 影响程度 影响 impact harm",
        "observed_on": "日期 发生日期 发布日期 observedon day",
        "expires_on": "失效日期 截止日期 结束日期 expireson endson",
        "title": "标题 内容 摘要 title headline",
    },
    "signal": {
        "signal_type": "信号 信号类型 signal signaltype",
        "severity": "程度 严重程度 等级 severity level",
        "points": "扣分 扣减分 pointsdeducted points deduction",
        "observed_on": "观察日期 发现日期 observedon observed observationdate",
        "expires_on": "失效日期 失效日 到期日期 expireson expires expirydate",
        "note": "说明 备注 描述 note remark description comment",
        "reporter": "报告人 上报人 提报人 reporter reportedby",
    },
    "bad_debt": {
        "entry": "类型 坏账类型 entry entrytype",
        "document_no": "发票号 发票号码 发票编号 单据号 invoicenumber invoiceno invoiceid invoice documentno",
        "instalment_no": "期次 期数 分期 instalmentnumber instalmentno instalment",
        "booked_on": "入账日 入账日期 记账日期 核销日期 bookedon bookingdate booked writeoffdate",
        "amount_minor": "坏账金额 核销金额 损失金额 收回金额 writeoffamount baddebtamount recoveredamount lossamount",
    },
    "fx_rate": {
        "currency": "外币 fromcurrency foreigncurrency",
        "rate_on": "日期 汇率日期 day rateon ratedate",
        "rate": "",
    },
    "book_constant": {"name": "全账常数", "month_end_on": "monthend 月末日", "total": "全账数值 booktotal"},
}
"""Headings of each kind's fields, beside the labels of the kinds themselves."""

CURRENCY_HEADINGS = "币种 币别 货币 货币代码 币种代码 原币 currency currencycode curr ccy cur invoicecurrency documentcurrency transactioncurrency"

SCALED: Mapping[tuple[str, str], tuple[str, int]] = {
    ("relation", "持股比例"): ("share_permille", 10),
    ("relation", "持股"): ("share_permille", 10),
    ("relation", "shareholding"): ("share_permille", 10),
    ("relation", "sharepercent"): ("share_permille", 10),
    ("relation", "业务占比"): ("share_permille", 10),
    ("relation", "销售占比"): ("share_permille", 10),
    ("relation", "采购占比"): ("share_permille", 10),
    ("industry_fact", "景气指数"): ("index_permille", 1000),
    ("industry_fact", "prosperityindex"): ("index_permille", 1000),
    ("fx_rate", "汇率"): ("rate", 10**8),
    ("fx_rate", "exchangerate"): ("rate", 10**8),
    ("fx_rate", "fxrate"): ("rate", 10**8),
    ("fx_rate", "rate"): ("rate", 10**8),
}
"""Headings whose numbers are stored times something: a share in per cent is stored in per mille."""

GENERIC_AMOUNT = "金额 总额 总价 amount value sum total amt"
GENERIC_DAY = "日期 时间 date day on"
GENERIC_TYPE = "类型 种类 type kind category"
"""Headings that say little; they count less when the kind is recognised from the headings."""

UNITS: Mapping[str, int] = {
    "千元": 1_000, "千": 1_000, "k": 1_000, "thousand": 1_000, "000s": 1_000, "'000": 1_000,
    "万元": 10_000, "万": 10_000, "人民币万元": 10_000, "万人民币": 10_000, "rmb万元": 10_000,
    "百万元": 1_000_000, "百万": 1_000_000, "million": 1_000_000, "m": 1_000_000,
    "千万元": 10_000_000, "千万": 10_000_000,
    "亿元": 100_000_000, "亿": 100_000_000,
}  # fmt: skip
"""Units of money in the brackets of a heading."""

CURRENCY_NAMES: Mapping[str, str] = {
    "人民币": "CNY", "元": "CNY", "人民币元": "CNY", "rmb": "CNY", "cny": "CNY", "cnh": "CNY", "本币": "CNY",
    "美元": "USD", "美金": "USD", "us$": "USD", "usd": "USD", "欧元": "EUR", "euro": "EUR", "€": "EUR",
    "港币": "HKD", "港元": "HKD", "hk$": "HKD", "日元": "JPY", "日圆": "JPY", "英镑": "GBP", "£": "GBP",
    "韩元": "KRW", "新加坡元": "SGD", "新币": "SGD", "澳元": "AUD", "加元": "CAD", "台币": "TWD", "新台币": "TWD", "nt$": "TWD",
    "卢布": "RUB", "泰铢": "THB", "越南盾": "VND", "印度卢比": "INR", "瑞士法郎": "CHF", "澳门元": "MOP",
}  # fmt: skip
"""What files call currencies, beside their codes."""

CHOICES: Mapping[str, tuple[str, str, str]] = {
    "invoice": ("发票日", "Invoice day", "开票日 票到 发票"),
    "month_end": ("月结", "Month end", "月底 月末 monthend eom"),
    "shareholder": ("股东", "Shareholder", "持股"),
    "executive": ("高管", "Executive", "董监高 任职"),
    "controller": ("实际控制人", "Controller", "实控人 控制人"),
    "affiliate": ("关联企业", "Affiliate", "关联 关联公司"),
    "guarantor": ("担保人", "Guarantor", "担保"),
    "supplier": ("供应商", "Supplier", "vendor"),
    "buyer": ("采购方", "Buyer", "买方"),
    "registry": ("工商", "Registry", "工商登记"),
    "legal": ("司法", "Legal", "诉讼"),
    "bureau": ("征信", "Bureau", "资信"),
    "site_visit": ("实地走访", "Site visit", "走访 现场"),
    "transfer": ("转账", "Transfer", "电汇 银行转账 汇款 网银 wire banktransfer 银行"),
    "cash": ("现金", "Cash", "收款 付款 payment"),
    "bank_acceptance": ("银行承兑汇票", "Bank acceptance", "银承 银行承兑"),
    "commercial_acceptance": ("商业承兑汇票", "Commercial acceptance", "商承 商业承兑"),
    "credit": ("红字冲销", "Credit", "红冲 贷项"),
    "write_off": ("核销坏账", "Write-off", "坏账 坏账核销 writeoff"),
    "rounding": ("尾差", "Rounding", "零头"),
    "return": ("退货", "Return", ""),
    "exchange": ("换货", "Exchange", ""),
    "allowance": ("折让", "Allowance", "折扣 discount"),
    "cancellation": ("作废", "Cancellation", "取消"),
    "customer": ("客户", "Customer", "对方"),
    "us": ("我方", "Us", "本公司 我司"),
    "fixed": ("固定", "Fixed", "固定额度 常规"),
    "temporary": ("临时", "Temporary", "临时额度"),
    "industry": ("行业", "Industry", ""),
    "region": ("地区", "Region", "区域"),
    "policy_change": ("政策变化", "Policy change", "政策 政策变动 监管"),
    "supply_disruption": ("供应中断", "Supply disruption", "断供 供应链 供应紧张"),
    "competitor_move": ("竞争对手动向", "Competitor's move", "竞争对手 竞争"),
    "regional_risk": ("地区风险", "Regional risk", "灾害 疫情 区域风险"),
    "complaint": ("投诉", "Complaint", ""),
    "service_request": ("服务请求", "Service request", "服务 服务申请 request service"),
    "visit": ("拜访", "Visit", "上门"),
    "call": ("电话", "Call", "来电 phone"),
    "mail": ("邮件", "Mail", "email"),
    "message": ("消息", "Message", "微信 短信 chat wechat"),
    "meeting": ("会议", "Meeting", ""),
    "lawsuit": ("诉讼", "Lawsuit", "起诉 开庭"),
    "enforcement": ("被执行", "Enforcement", "被执行人 强制执行"),
    "dishonest_debtor": ("失信被执行人", "Dishonest debtor", "失信"),
    "abnormal_operation": ("经营异常", "Abnormal operation", "异常经营"),
    "penalty": ("行政处罚", "Penalty", "处罚"),
    "equity_freeze": ("股权冻结", "Equity freeze", ""),
    "bankruptcy": ("破产", "Bankruptcy", ""),
    "liquidation": ("清算", "Liquidation", "注销"),
    "defendant": ("被告", "Defendant", "被申请人"),
    "plaintiff": ("原告", "Plaintiff", "申请人"),
    "third_party": ("第三人", "Third party", ""),
    "negative": ("负面", "Negative", "消极"),
    "neutral": ("中性", "Neutral", ""),
    "positive": ("正面", "Positive", "积极"),
    "low": ("低", "Low", "轻微"),
    "medium": ("中", "Medium", "一般"),
    "high": ("高", "High", "严重"),
    "recovery": ("收回", "Recovery", "坏账收回 追回"),
    **CODES,
}
"""What files call the values of choice fields: Chinese, English, and further names."""

YES = frozenset(["是", "有", "真", "对", "y", "yes", "true", "t", "1", "√", "✓", "x", "已", "争议"])
NO = frozenset(["否", "无", "没有", "假", "n", "no", "false", "f", "0", "×", "✗", "未", "-"])
NOTHING = frozenset(
    [
        "-",
        "--",
        "—",
        "——",
        "–",
        "/",
        "\\",
        "n/a",
        "na",
        "#n/a",
        "null",
        "none",
        "nan",
        "nil",
        "无",
        "空",
        "暂无",
        "未知",
        "待定",
        "未公示",
        "不公示",
        "企业选择不公示",
        "未披露",
        "不详",
        "?",
    ]
)
"""What people write into a date or number cell that has nothing to say."""
PLACEHOLDER_DAYS = frozenset(
    [
        "0000-00-00",
        "00/00/0000",
        "0000/00/00",
        "00000000",
        "1899-12-30",
        "1899-12-31",
        "1900-01-00",
        "9999-12-31",
        "9999/12/31",
        "99991231",
    ]
)
"""What programs write into a date cell that has nothing to say."""
