using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Templates;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Templates;

public sealed class TemplateServiceTests : IDisposable
{
    private static readonly RolloutRequest Open = new() { Endpoint = "", PackageGroup = "media-ranker", Strategy = Strategy.AllAtOnce, SoakMinutes = 15 };

    private readonly MonitorBench _bench = new();

    private ITemplateService Templates => _bench.Templates;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Save_ThenFind_IsTheSamePlan()
    {
        var saved = Assert.IsType<TemplateResult.Accepted>(await SaveAsync("nightly", Open)).Template;

        Assert.Equal(new Template("nightly", 1, Open, _bench.Clock.GetUtcNow(), "ann"), saved);
        Assert.Equal(saved, await Templates.FindAsync("nightly", CancellationToken.None));
    }

    [Fact]
    public async Task Save_Again_ReplacesThePlanAndKeepsTheOldOneInTheLog()
    {
        await SaveAsync("nightly", Open);
        await SaveAsync("nightly", Open with { SoakMinutes = 60 });

        Assert.Equal((2, 60d), ((await Templates.FindAsync("nightly", CancellationToken.None))!.Version, (await Templates.FindAsync("nightly", CancellationToken.None))!.Plan.SoakMinutes!.Value));
        Assert.Equal(["templateSaved", "templateSaved"], _bench.Store.TypesOf("template/nightly"));
    }

    [Fact]
    public async Task List_HasThoseThatStand_ByName()
    {
        await SaveAsync("weekly", Open);
        await SaveAsync("daily", Open);
        await SaveAsync("gone", Open);
        await Templates.DeleteAsync("gone", "ben", CancellationToken.None);

        Assert.Equal(["daily", "weekly"], (await Templates.ListAsync(CancellationToken.None)).Select(template => template.Name));
    }

    [Fact]
    public async Task Rename_MovesThePlan_AndTheOldNameSaysWhereTo()
    {
        await SaveAsync("nightly", Open);

        Assert.IsType<TemplateResult.Accepted>(await Templates.RenameAsync("nightly", "each-night", "ben", CancellationToken.None));

        Assert.Equal(("each-night", Open, "ben"), (await Templates.FindAsync("each-night", CancellationToken.None)) is { } template ? (template.Name, template.Plan, template.SavedBy) : default);
        Assert.Null(await Templates.FindAsync("nightly", CancellationToken.None));
        Assert.Equal(["templateSaved", "templateDeleted"], _bench.Store.TypesOf("template/nightly"));
    }

    [Fact]
    public async Task Rename_ToANameThatIsTaken_IsRefusedAndChangesNothing()
    {
        await SaveAsync("one", Open);
        await SaveAsync("two", Open with { SoakMinutes = 1 });

        Assert.Equal(
            new TemplateResult.Refused(RefusalKind.Conflict, "newName", "newName is \"two\", which is taken; delete that template first, or choose another name."),
            await Templates.RenameAsync("one", "two", "ben", CancellationToken.None));
        Assert.Equal(1, (await Templates.FindAsync("two", CancellationToken.None))!.Plan.SoakMinutes);
    }

    [Fact]
    public async Task Delete_ThenSaveAgain_GoesOnInTheSameLog()
    {
        await SaveAsync("nightly", Open);
        await Templates.DeleteAsync("nightly", "ben", CancellationToken.None);
        await SaveAsync("nightly", Open);

        Assert.Equal(3, (await Templates.FindAsync("nightly", CancellationToken.None))!.Version);
    }

    [Theory]
    [InlineData("Nightly")]
    [InlineData("-x")]
    [InlineData("")]
    [InlineData("a/b")]
    public async Task Save_NameThatIsNone_IsRefused(string name)
    {
        Assert.Equal(
            new TemplateResult.Refused(RefusalKind.Invalid, "name", $"name is \"{name}\"; a template's name is 1 to 63 lower-case letters, digits and inner hyphens."),
            await SaveAsync(name, Open));
    }

    [Fact]
    public async Task Save_PlanThatCouldNeverBeMade_SaysWhichField()
    {
        var refused = Assert.IsType<TemplateResult.Refused>(await SaveAsync("bad", Open with { Strategy = Strategy.CustomSteps, Steps = [new StepRequest(1.5, 5)] }));

        Assert.Equal((RefusalKind.Invalid, "steps[0].share"), (refused.Kind, refused.Field));
        Assert.Null(await Templates.FindAsync("bad", CancellationToken.None));
    }

    [Fact]
    public async Task Save_TwoHundredAndFirst_IsRefused()
    {
        for (var number = 0; number < 200; number++)
        {
            await SaveAsync($"t{number}", Open);
        }

        Assert.Equal("There are 200 templates; delete one first.", Assert.IsType<TemplateResult.Refused>(await SaveAsync("one-more", Open)).Reason);
        Assert.IsType<TemplateResult.Accepted>(await SaveAsync("t7", Open));
    }

    [Fact]
    public async Task Start_FillsInWhatTheUseSays()
    {
        await SaveAsync("nightly", Open);

        var started = await Templates.StartAsync("nightly", new TemplateUse { Endpoint = "media-ranker", PackageVersion = 9 }, "ben", CancellationToken.None);

        var plan = Assert.IsType<CommandResult.Accepted>(started).State.Plan;
        Assert.Equal(("media-ranker", "media-ranker-v9", Strategy.AllAtOnce, 15d), (plan.Endpoint, plan.Challenger.ModelName, plan.Strategy, plan.Soak.TotalMinutes));
    }

    [Fact]
    public async Task Start_ModelInTheUse_StandsInPlaceOfThePackage()
    {
        await SaveAsync("nightly", Open with { PackageVersion = 8 });

        var started = await Templates.StartAsync("nightly", new TemplateUse { Endpoint = "media-ranker", ModelName = "media-ranker-v10" }, "ben", CancellationToken.None);

        Assert.Equal("media-ranker-v10", Assert.IsType<CommandResult.Accepted>(started).State.Plan.Challenger.ModelName);
    }

    [Fact]
    public async Task Start_EndpointLeftOpenByBoth_IsRefused()
    {
        await SaveAsync("nightly", Open);

        Assert.Equal(
            new CommandResult.Refused(RefusalKind.Invalid, "endpoint", "endpoint is missing: template nightly leaves it open, so say which one."),
            await Templates.StartAsync("nightly", new TemplateUse(), "ben", CancellationToken.None));
    }

    [Fact]
    public async Task Anything_OfATemplateThatIsNot_IsNotFound()
    {
        var unknown = new TemplateResult.Refused(RefusalKind.NotFound, "name", "There is no template nope.");

        Assert.Equal(unknown, await Templates.DeleteAsync("nope", "ben", CancellationToken.None));
        Assert.Equal(unknown, await Templates.RenameAsync("nope", "other", "ben", CancellationToken.None));
        Assert.Equal(new CommandResult.Refused(RefusalKind.NotFound, "name", "There is no template nope."), await Templates.StartAsync("nope", new TemplateUse(), "ben", CancellationToken.None));
    }

    [Fact]
    public async Task Save_StoreBroken_SaysSo()
    {
        _bench.Store.Broken = true;

        Assert.Equal(new TemplateResult.Refused(RefusalKind.Unavailable, null, "The disk is full."), await SaveAsync("nightly", Open));
    }

    private Task<TemplateResult> SaveAsync(string name, RolloutRequest plan) => Templates.SaveAsync(name, plan, "ann", CancellationToken.None);
}
