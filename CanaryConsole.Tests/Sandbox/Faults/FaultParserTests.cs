using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Tests.Sandbox.Faults;

public sealed class FaultParserTests
{
    public static TheoryData<string, object> Meanings => new()
    {
        { "throttle rate=1", new Fault.Throttle(null, 1) },
        { "throttle operation=DescribeEndpoint rate=0.5", new Fault.Throttle("DescribeEndpoint", 0.5) },
        { "deny operation=UpdateEndpoint", new Fault.DeniedOperation("UpdateEndpoint") },
        { "refuse-updates endpoint=e reason=in-progress", new Fault.RefuseUpdates("e", RefusalReason.InProgress) },
        { "refuse-updates endpoint=e reason=resource-limit", new Fault.RefuseUpdates("e", RefusalReason.ResourceLimit) },
        { "hold-updating endpoint=e", new Fault.HoldUpdating("e") },
        { "revert-updates endpoint=e", new Fault.RevertUpdates("e") },
        { "system-updating endpoint=e", new Fault.SystemUpdating("e") },
        { "late-metrics seconds=300", new Fault.LateMetrics(null, TimeSpan.FromMinutes(5)) },
        { "late-metrics endpoint=e seconds=1", new Fault.LateMetrics("e", TimeSpan.FromSeconds(1)) },
        { "partial-metrics share=0.3", new Fault.PartialMetrics(null, 0.3) },
        { "missing-metrics endpoint=e", new Fault.MissingMetrics("e") },
        { "variant-errors endpoint=e variant=v share=0.05", new Fault.VariantErrors("e", "v", 0.05) },
        { "variant-latency endpoint=e variant=v factor=3", new Fault.VariantLatency("e", "v", 3) },
        { "client-errors endpoint=e variant=v share=0.1", new Fault.ClientErrors("e", "v", 0.1) },
        { "variant-utilization endpoint=e variant=v resource=cpu percent=95", new Fault.VariantUtilization("e", "v", InstanceResource.Cpu, 95) },
        { "variant-utilization endpoint=e variant=v resource=memory percent=90", new Fault.VariantUtilization("e", "v", InstanceResource.Memory, 90) },
        { "endpoint-errors endpoint=e share=0.05", new Fault.EndpointErrors("e", 0.05) },
        { "endpoint-latency endpoint=e factor=3", new Fault.EndpointLatency("e", 3) },
        { "pinned-clients endpoint=e variant=v share=0.2", new Fault.PinnedClients("e", "v", 0.2) },
        { "missing-image endpoint=e variant=v", new Fault.MissingImage("e", "v") },
        { "missing-role endpoint=e variant=v", new Fault.MissingRole("e", "v") },
        { "  expired-credentials  ", new Fault.ExpiredCredentials() },
    };

    [Theory]
    [MemberData(nameof(Meanings))]
    public void Parse_EveryKind_IsWhatItSays(string text, object fault) => Assert.Equal(fault, FaultParser.Parse(text).Fault);

    [Fact]
    public void Meanings_CoverEveryKind() =>
        Assert.Equal(FaultKinds.All.Select(kind => kind.Name).Order(), Meanings.Select(row => ((string)row[0]).Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]).Distinct().Order());

    [Fact]
    public void Parse_WithAnEnd_KnowsIt() => Assert.Equal(TimeSpan.FromMinutes(10), FaultParser.Parse("expired-credentials for=600").Lasting);

    [Theory]
    [InlineData("slow", "There is no fault \"slow\": there are throttle, expired-credentials, deny, refuse-updates, hold-updating, revert-updates, system-updating, endpoint-errors, endpoint-latency, pinned-clients, late-metrics, partial-metrics, missing-metrics, variant-errors, variant-latency, client-errors, variant-utilization, missing-image, missing-role.")]
    [InlineData("throttle rate", "The fault \"throttle rate\" has the word \"rate\": write name=value, as in throttle operation=DescribeEndpoint rate=0.5.")]
    [InlineData("throttle rate=1 rate=1", "The fault \"throttle rate=1 rate=1\" gives rate twice.")]
    [InlineData("throttle speed=1", "The fault throttle has no value speed: it has operation, rate, for.")]
    [InlineData("throttle", "The fault throttle needs rate: a number above 0 and at most 1.")]
    [InlineData("throttle rate=0", "The fault throttle has rate \"0\": give a number above 0 and at most 1.")]
    [InlineData("throttle rate=NaN", "The fault throttle has rate \"NaN\": give a number above 0 and at most 1.")]
    [InlineData("throttle rate=1 operation=describe", "The fault throttle has operation \"describe\": give the name of an operation, as DescribeEndpoint.")]
    [InlineData("late-metrics seconds=3601", "The fault late-metrics has seconds \"3601\": give a number from 1 to 3600.")]
    [InlineData("refuse-updates endpoint=e reason=mood", "The fault refuse-updates has reason \"mood\": give one of in-progress, resource-limit.")]
    [InlineData("hold-updating endpoint=-e", "The fault hold-updating has endpoint \"-e\": give the name of an endpoint, 1 to 63 letters, digits and inner hyphens.")]
    [InlineData("expired-credentials for=0", "The fault expired-credentials has for \"0\": give a number from 1 to 86400.")]
    public void Parse_WhatCannotBeMeant_IsOneSentence(string text, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => FaultParser.Parse(text)).Message);
}
