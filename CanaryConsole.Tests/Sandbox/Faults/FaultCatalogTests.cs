using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Tests.Sandbox.Faults;

public sealed class FaultCatalogTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private readonly FaultCatalog _faults = new(new Dice(7));

    [Fact]
    public void RefusalOf_Throttled_RefusesItsShareAndNoOtherOperation()
    {
        Start("throttle operation=DescribeEndpoint rate=0.3");

        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => _faults.RefusalOf("DescribeEndpoint", Now) is { Code: "ThrottlingException", Message: "Rate exceeded" }), 2_850, 3_150);
        Assert.Null(_faults.RefusalOf("UpdateEndpoint", Now));
    }

    [Fact]
    public void RefusalOf_EveryOperationAtRateOne_RefusesEach()
    {
        Start("throttle rate=1");

        Assert.Equal("ThrottlingException", _faults.RefusalOf("PutObject", Now)?.Code);
        Assert.Equal("ThrottlingException", _faults.RefusalOf(null, Now)?.Code);
    }

    [Fact]
    public void RefusalOf_ExpiredCredentials_ComesFirst()
    {
        Start("throttle rate=1");
        Start("expired-credentials");

        Assert.Equal(("ExpiredTokenException", 403), (_faults.RefusalOf("DescribeEndpoint", Now)!.Code, _faults.RefusalOf("DescribeEndpoint", Now)!.StatusCode));
    }

    [Fact]
    public void Of_AnEndpoint_GathersWhatAimsAtIt()
    {
        Start("hold-updating endpoint=e");
        Start("system-updating endpoint=e");
        Start("refuse-updates endpoint=e reason=resource-limit");
        Start("revert-updates endpoint=f");

        Assert.Equal(new EndpointTrouble(RefusalReason.ResourceLimit, IsHeld: true, IsReverting: false, IsInMaintenance: true), _faults.Of("e", Now));
        Assert.Equal(new EndpointTrouble(null, IsHeld: false, IsReverting: true, IsInMaintenance: false), _faults.Of("f", Now));
        Assert.Equal(default, _faults.Of("g", Now));
    }

    [Fact]
    public void Of_AVariant_AddsUp()
    {
        Start("variant-errors endpoint=e variant=v share=0.5");
        Start("variant-errors endpoint=e variant=v share=0.5");
        Start("variant-latency endpoint=e variant=v factor=2");
        Start("variant-latency endpoint=e variant=v factor=3");

        Assert.Equal(new VariantTrouble(0.75, 6), _faults.Of("e", "v", Now));
        Assert.Equal(VariantTrouble.None, _faults.Of("e", "w", Now));
    }

    [Fact]
    public void Of_AnEndpointsFaults_StrikeEveryVariantOfItAndNoOther()
    {
        Start("endpoint-errors endpoint=e share=0.5");
        Start("endpoint-latency endpoint=e factor=2");
        Start("variant-errors endpoint=e variant=v share=0.5");

        Assert.Equal(new VariantTrouble(0.75, 2), _faults.Of("e", "v", Now));
        Assert.Equal(new VariantTrouble(0.5, 2), _faults.Of("e", "w", Now));
        Assert.Equal(VariantTrouble.None, _faults.Of("f", "v", Now));
    }

    [Fact]
    public void Of_AVariantsResourcesAndRefusals_AreTold()
    {
        Start("client-errors endpoint=e variant=v share=0.5");
        Start("variant-utilization endpoint=e variant=v resource=cpu percent=350");
        Start("variant-utilization endpoint=e variant=v resource=memory percent=350");

        Assert.Equal(VariantTrouble.None with { ClientErrorShare = 0.5, LeastCpu = 350, LeastMemory = 100 }, _faults.Of("e", "v", Now));
        Assert.Equal(VariantTrouble.None, _faults.Of("e", "w", Now));
    }

    [Fact]
    public void TargetOf_PinnedClients_NameTheVariantInTheirShareOfRequests()
    {
        Start("pinned-clients endpoint=e variant=v share=0.3");

        Assert.InRange(Enumerable.Range(0, 10_000).Count(_ => _faults.TargetOf("e", Now) == "v"), 2_850, 3_150);
        Assert.Null(_faults.TargetOf("f", Now));
    }

    [Fact]
    public void OfMetrics_TheWorseWins_AndThoseOfAllReachEvery()
    {
        Start("late-metrics seconds=60");
        Start("late-metrics endpoint=e seconds=300");
        Start("partial-metrics share=0.4");
        Start("missing-metrics endpoint=e");

        Assert.Equal(new MetricTrouble(TimeSpan.FromMinutes(5), 0.4, AreMissing: true), _faults.OfMetrics("e", Now));
        Assert.Equal(new MetricTrouble(TimeSpan.FromMinutes(1), 0.4, AreMissing: false), _faults.OfMetrics(null, Now));
    }

    [Fact]
    public void Active_WithAnEnd_IsOverThen()
    {
        Start("expired-credentials for=600");

        Assert.Single(_faults.Active(Now.AddSeconds(599)));
        Assert.Empty(_faults.Active(Now.AddSeconds(600)));
        Assert.Null(_faults.RefusalOf("DescribeEndpoint", Now.AddSeconds(600)));
    }

    [Fact]
    public void End_ByItsId_EndsThatOne()
    {
        var first = Start("hold-updating endpoint=e");
        Start("hold-updating endpoint=f");

        Assert.True(_faults.End(first.Id));
        Assert.False(_faults.End(first.Id));
        Assert.Equal("f", Assert.Single(_faults.Active(Now)).Order.Values["endpoint"]);
    }

    [Fact]
    public void Start_OneTooMany_IsRefused()
    {
        for (var i = 0; i < FaultCatalog.Maximum; i++)
        {
            Start("expired-credentials");
        }

        Assert.Equal("There are 100 faults already: end one first.", Assert.Throws<FormatException>(() => Start("expired-credentials")).Message);
    }

    private ActiveFault Start(string text) => _faults.Start(FaultParser.Parse(text), Now);
}
