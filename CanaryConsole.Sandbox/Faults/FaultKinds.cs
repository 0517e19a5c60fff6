namespace CanaryConsole.Sandbox.Faults;

/// <summary>Every kind of fault there is, in the order in which it is offered.</summary>
internal static class FaultKinds
{
    public const string InProgress = "in-progress";
    public const string ResourceLimit = "resource-limit";
    public const string Cpu = "cpu";
    public const string Memory = "memory";

    private static readonly FaultField Endpoint = new("endpoint", FaultFieldType.Endpoint, "Endpoint");
    private static readonly FaultField Variant = new("variant", FaultFieldType.Variant, "Variant");
    private static readonly FaultField AnyEndpoint = new("endpoint", FaultFieldType.Endpoint, "Endpoint; every one if none is named") { IsRequired = false };

    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new(
            "Calls",
            "throttle",
            "Throttle an operation",
            "Calls are refused with ThrottlingException: Rate exceeded.",
            [
                new("operation", FaultFieldType.Operation, "Operation; every one if none is named") { IsRequired = false },
                new("rate", FaultFieldType.Number, "Share of the calls that are refused") { Above = 0, Maximum = 1, Suggestion = "0.5" },
            ],
            values => new Fault.Throttle(values.Optional("operation"), values.Number("rate"))),
        new(
            "Calls",
            "expired-credentials",
            "Expired credentials",
            "Every call is refused with ExpiredTokenException: The security token included in the request is expired.",
            [],
            _ => new Fault.ExpiredCredentials()),
        new(
            "Calls",
            "deny",
            "Deny an operation",
            "Calls of the operation are refused with AccessDeniedException, and IAM's policy simulator says so.",
            [new("operation", FaultFieldType.Operation, "Operation")],
            values => new Fault.DeniedOperation(values["operation"])),
        new(
            "Endpoints",
            "refuse-updates",
            "Refuse updates of an endpoint",
            "UpdateEndpoint and UpdateEndpointWeightsAndCapacities are refused, as if another update were in progress or the account's instances were used up.",
            [Endpoint, new("reason", FaultFieldType.Choice, "Why AWS says it refuses") { Choices = [InProgress, ResourceLimit], Suggestion = InProgress }],
            values => new Fault.RefuseUpdates(values["endpoint"], values["reason"] == InProgress ? RefusalReason.InProgress : RefusalReason.ResourceLimit)),
        new(
            "Endpoints",
            "hold-updating",
            "Hold an endpoint in Updating",
            "An update does not come to its end before this fault does.",
            [Endpoint],
            values => new Fault.HoldUpdating(values["endpoint"])),
        new(
            "Endpoints",
            "revert-updates",
            "Return to the old config",
            "An update ends in InService on the old config and the old weights, and gives no reason.",
            [Endpoint],
            values => new Fault.RevertUpdates(values["endpoint"])),
        new(
            "Endpoints",
            "system-updating",
            "Maintenance of an endpoint",
            "The endpoint is SystemUpdating: it serves, and cannot be updated, deleted or re-scaled.",
            [Endpoint],
            values => new Fault.SystemUpdating(values["endpoint"])),
        new(
            "Endpoints",
            "endpoint-errors",
            "Errors on every variant",
            "A share of the requests fail on whichever variant they reach, as when something that all of them lean on is down.",
            [Endpoint, new("share", FaultFieldType.Number, "Share of the requests that fail") { Above = 0, Maximum = 1, Suggestion = "0.05" }],
            values => new Fault.EndpointErrors(values["endpoint"], values.Number("share"))),
        new(
            "Endpoints",
            "endpoint-latency",
            "Latency of every variant",
            "Every model takes this many times as long, as when something that all of them lean on is slow.",
            [Endpoint, new("factor", FaultFieldType.Number, "Times as long") { Minimum = 0.1, Maximum = 100, Suggestion = "3" }],
            values => new Fault.EndpointLatency(values["endpoint"], values.Number("factor"))),
        new(
            "Endpoints",
            "pinned-clients",
            "Clients that pin a variant",
            "A share of the simulated users' requests name the variant as their TargetVariant, so that the weights do not reach them.",
            [Endpoint, Variant, new("share", FaultFieldType.Number, "Share of the requests that name it") { Above = 0, Maximum = 1, Suggestion = "0.2" }],
            values => new Fault.PinnedClients(values["endpoint"], values["variant"], values.Number("share"))),
        new(
            "Metrics",
            "late-metrics",
            "Late metrics",
            "What is measured can be read this much later.",
            [AnyEndpoint, new("seconds", FaultFieldType.Number, "Seconds later") { Minimum = 1, Maximum = 3600, Suggestion = "300" }],
            values => new Fault.LateMetrics(values.Optional("endpoint"), values.Seconds("seconds"))),
        new(
            "Metrics",
            "partial-metrics",
            "Partial metrics",
            "The newest minute holds only a share of its requests; it is made whole a minute later.",
            [AnyEndpoint, new("share", FaultFieldType.Number, "Share of the requests that show at once") { Above = 0, Maximum = 0.99, Suggestion = "0.3" }],
            values => new Fault.PartialMetrics(values.Optional("endpoint"), values.Number("share"))),
        new(
            "Metrics",
            "missing-metrics",
            "Missing metrics",
            "What happens meanwhile is never published; the gap stays.",
            [AnyEndpoint],
            values => new Fault.MissingMetrics(values.Optional("endpoint"))),
        new(
            "Variants",
            "variant-errors",
            "Errors of a variant",
            "A share of its requests fail beside those that fail anyway.",
            [Endpoint, Variant, new("share", FaultFieldType.Number, "Share of the requests that fail") { Above = 0, Maximum = 1, Suggestion = "0.05" }],
            values => new Fault.VariantErrors(values["endpoint"], values["variant"], values.Number("share"))),
        new(
            "Variants",
            "variant-latency",
            "Latency of a variant",
            "Its model takes this many times as long.",
            [Endpoint, Variant, new("factor", FaultFieldType.Number, "Times as long") { Minimum = 0.1, Maximum = 100, Suggestion = "3" }],
            values => new Fault.VariantLatency(values["endpoint"], values["variant"], values.Number("factor"))),
        new(
            "Variants",
            "client-errors",
            "Client errors of a variant",
            "A share of its requests are answered with 400: it refuses what other variants accept.",
            [Endpoint, Variant, new("share", FaultFieldType.Number, "Share of the requests it refuses") { Above = 0, Maximum = 1, Suggestion = "0.05" }],
            values => new Fault.ClientErrors(values["endpoint"], values["variant"], values.Number("share"))),
        new(
            "Variants",
            "variant-utilization",
            "Busy instances of a variant",
            "CPU or memory of its instances is used at least this much.",
            [
                Endpoint,
                Variant,
                new("resource", FaultFieldType.Choice, "What is used up") { Choices = [Cpu, Memory], Suggestion = Cpu },
                new("percent", FaultFieldType.Number, "Percent; 100 is one core, or all the memory") { Above = 0, Maximum = 400, Suggestion = "95" },
            ],
            values => new Fault.VariantUtilization(
                values["endpoint"], values["variant"], values["resource"] == Cpu ? InstanceResource.Cpu : InstanceResource.Memory, values.Number("percent"))),
        new(
            "Variants",
            "missing-image",
            "Image of a variant deleted",
            "DescribeImages does not find the image of its model. What runs goes on running.",
            [Endpoint, Variant],
            values => new Fault.MissingImage(values["endpoint"], values["variant"])),
        new(
            "Variants",
            "missing-role",
            "Role of a variant deleted",
            "GetRole does not find the execution role of its model. What runs goes on running.",
            [Endpoint, Variant],
            values => new Fault.MissingRole(values["endpoint"], values["variant"])),
    ];

    /// <summary>How long a fault lasts, if not until it is ended; every kind has it.</summary>
    public static FaultField Lasting { get; } =
        new("for", FaultFieldType.Number, "Seconds until it ends by itself") { IsRequired = false, Minimum = 1, Maximum = 86_400 };
}
