using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Rollouts.Plans;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Rollouts.Plans;

public class PlanFileTests
{
    [Fact]
    public void Write_Request_IsWhatAPersonWouldWrite()
    {
        var request = MonitorBench.Request() with
        {
            Steps = [new StepRequest(0.05, 10), new StepRequest(0.5, 10, Gate: true)],
            SmokePayload = """{"instances":[{"smoke_test":true}]}""",
            InstanceType = "ml.m5.xlarge",
            ChallengerVariant = "true",
        };

        var file = PlanFile.Write(request);

        Assert.StartsWith(
            """
            endpoint: media-ranker
            packageGroup: media-ranker
            packageVersion: 8
            challengerVariant: 'true'
            strategy: customSteps
            steps:
              - share: 0.05
                bakeMinutes: 10
                gate: false
              - share: 0.5
                bakeMinutes: 10
                gate: true
            soakMinutes: 5
            autoRollback: true

            """,
            file,
            StringComparison.Ordinal);
        Assert.Contains("""
            smokePayload: '{"instances":[{"smoke_test":true}]}'

            """, file, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FileWithCommentsAndBlankFields_TakesWhatIsSaid()
    {
        var reading = PlanFile.Read(
            """
            # The plan of every night.
            endpoint: media-ranker   # the big one
            modelName: "media-ranker-v9"
            strategy: linear
            linearIncrement: .25
            steps:
            autoRollback: False
            soakMinutes: 1e1
            """);

        var request = Assert.IsType<PlanReading.Read>(reading).Request;
        Assert.Equal(
            new RolloutRequest { Endpoint = "media-ranker", ModelName = "media-ranker-v9", Strategy = Strategy.Linear, LinearIncrement = 0.25, AutoRollback = false, SoakMinutes = 10 },
            request);
    }

    [Fact]
    public void Read_GuardrailsOfEveryKind_TakesThemAndWritesThemBack()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "guardrails.md"));
        var start = page.IndexOf("```yaml", StringComparison.Ordinal) + 8;
        var example = "endpoint: media-ranker\n" + page[start..page.IndexOf("```", start, StringComparison.Ordinal)];

        var request = Assert.IsType<PlanReading.Read>(PlanFile.Read(example)).Request;

        Assert.Equal(("sequential", 0.01, 6), (request.GuardTest, request.FalseRollbackBudget, request.Guardrails!.Count));
        Assert.Equal("{variant}", request.Guardrails[4].Metrics![1].Dimensions!["VariantName"]);
        var written = PlanFile.Write(request);
        Assert.Equal(written, PlanFile.Write(Assert.IsType<PlanReading.Read>(PlanFile.Read(written)).Request));
        Assert.IsType<PlanResult.Made>(PlanBuilder.Build(
            request, RolloutSamples.Endpoint(withChallenger: false), new Candidate(new RegisteredModel("media-ranker-v8", null, null), null)));
    }

    [Theory]
    [InlineData("", null, null, "The file is empty: write one field on each line, as in \"endpoint: media-ranker\".")]
    [InlineData("# nothing", null, null, "The file is empty: write one field on each line, as in \"endpoint: media-ranker\".")]
    [InlineData("- endpoint", 1, null, "Line 1: The file must be fields with their values: write one field on each line, as in \"endpoint: media-ranker\".")]
    [InlineData("strategy: canary", null, "endpoint", "endpoint is missing: it must be text.")]
    [InlineData("endpoint: e\nautoRollbak: true", 2, "autoRollbak", "Line 2: autoRollbak is not a field that belongs here: check its spelling, or leave it out.")]
    [InlineData("endpoint: e\nsteps:\n  - share: 0.05\n    bakeMinutes: 10\n  - share: five\n    bakeMinutes: 10", 5, "steps[1].share", "Line 5: steps[1].share is \"five\": it must be a number.")]
    [InlineData("endpoint: e\nsteps:\n  - shre: 0.05", 3, "steps[0].shre", "Line 3: steps[0].shre is not a field that belongs here: check its spelling, or leave it out.")]
    [InlineData("endpoint: e\nguardrails:\n  - limit: 0.01", 3, "guardrails[0].kind", "Line 3: guardrails[0].kind is missing: it must be text.")]
    [InlineData("endpoint: e\nguardrails:\n  - kind: errorRateLimit\n    limit: 1 %", 4, "guardrails[0].limit", "Line 4: guardrails[0].limit is \"1 %\": it must be a number.")]
    [InlineData("endpoint: e\nguardrails:\n  - kind: alarmState\n    alarm: x", 4, "guardrails[0].alarm", "Line 4: guardrails[0].alarm is not a field that belongs here: check its spelling, or leave it out.")]
    [InlineData("endpoint: 2024", 1, "endpoint", "Line 1: endpoint is 2024: it must be text. Put it in quotes.")]
    [InlineData("endpoint: [e]", 1, "endpoint", "Line 1: endpoint is [\"e\"]: it must be text.")]
    [InlineData("endpoint: e\nminimumRequests: 1.5", 2, "minimumRequests", "Line 2: minimumRequests is 1.5: it must be a whole number.")]
    [InlineData("endpoint: e\nsoakMinutes: .nan", 2, "soakMinutes", "Line 2: soakMinutes is \".nan\": it must be a number.")]
    [InlineData("endpoint: e\nautoRollback: yes", 2, "autoRollback", "Line 2: autoRollback is \"yes\": it must be true or false.")]
    [InlineData("endpoint: e\nendpoint: f", 2, "endpoint", "Line 2: endpoint stands here for the second time.")]
    [InlineData("endpoint: &a e\nmodelName: *a", 1, "endpoint", "Line 1: Anchors and aliases (& and *) are not read here: write the value out.")]
    [InlineData("endpoint: !!str e", 1, "endpoint", "Line 1: Tags (!) are not read here: write the value alone.")]
    [InlineData("endpoint: e\n---\nendpoint: f", 2, null, "Line 2: A second document starts here: one file is one document.")]
    [InlineData("? [a]\n: b", 1, null, "Line 1: The name of a field is one word, without anchor, alias or tag.")]
    [InlineData("wave: w\nendpoint: e", 1, "wave", "Line 1: wave is not a field that belongs here: check its spelling, or leave it out.")]
    public void Read_OneThingWrong_SaysLineAndField(string text, int? line, string? field, string reason)
    {
        Assert.Equal(new PlanReading.Faulty(line, field, reason), PlanFile.Read(text));
    }

    [Theory]
    [InlineData("endpoint: \"e", 1)]
    [InlineData("endpoint: e\nsteps: [}", 2)]
    [InlineData("endpoint: @e", 1)]
    public void Read_NotYaml_SaysOnWhichLine(string text, int line)
    {
        var fault = Assert.IsType<PlanReading.Faulty>(PlanFile.Read(text));

        Assert.StartsWith($"Line {line}: This is not YAML: ", fault.Reason, StringComparison.Ordinal);
        Assert.Equal((line, null), (fault.Line, fault.Field));
    }

    [Fact]
    public void Read_NestedTooDeep_IsRefusedAtOnce()
    {
        var fault = Assert.IsType<PlanReading.Faulty>(PlanFile.Read("steps: " + new string('[', 60_000)));

        Assert.Equal("Line 1: The file is nested deeper than 16 levels.", fault.Reason);
    }

    [Fact]
    public void Read_TooLarge_IsRefusedBeforeItIsRead()
    {
        var fault = Assert.IsType<PlanReading.Faulty>(PlanFile.Read("endpoint: " + new string('e', 65_536)));

        Assert.Equal("The file has 65546 bytes; at most 65536 are read.", fault.Reason);
    }

    [Fact]
    public void Read_LeftOpen_TakesAPlanWithoutItsEndpoint()
    {
        var reading = PlanFile.Read("strategy: allAtOnce", open: true);

        Assert.Equal(new RolloutRequest { Endpoint = "", Strategy = Strategy.AllAtOnce }, Assert.IsType<PlanReading.Read>(reading).Request);
        Assert.DoesNotContain("endpoint", PlanFile.Write(new RolloutRequest { Endpoint = "" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_OfAFieldThatIsNotThere_AreThoseOfWhatIsAroundIt()
    {
        var lines = Assert.IsType<PlanReading.Read>(PlanFile.Read("endpoint: e\nsteps:\n  - share: 0.5")).Lines;

        Assert.Equal((1, 3, 3, 2, null), (lines.Of("endpoint"), lines.Of("steps[0].share"), lines.Of("steps[0].bakeMinutes"), lines.Of("steps"), lines.Of("modelName")));
    }
}
