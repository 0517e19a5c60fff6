using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Registry;
using ModelPackage = CanaryConsole.Core.Registry.ModelPackage;

namespace CanaryConsole.Tests.Aws.Adapters;

public sealed class PackageCatalogOnSandboxTests : ClientsOnSandbox
{
    private IPackageCatalog Catalog => Service<IPackageCatalog>();

    [Theory]
    [InlineData("", "13,12,11,10,9,8,7,6,5", true)]
    [InlineData("pending", "11", true)]
    [InlineData("version 8", "8", true)]
    [InlineData("from 2025-12-24", "13,12", true)]
    [InlineData("before 2025-11-17", "6,5", true)]
    [InlineData("carries data_version 2025-12", "12,11,10,9", true)]
    [InlineData("mentions tokenizer", "12", false)]
    [InlineData("carries data_version 2025-12;carries candidate_run_id 0", "12,11,10", false)]
    public async Task Search_ByTerms_FindsThose(string terms, string versions, bool countsThem)
    {
        var page = await Catalog.SearchAsync(new PackageQuery("media-ranker", [.. terms.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Term)]), null, CancellationToken.None);

        Assert.Equal(versions, string.Join(',', page.Packages.Select(package => package.Version)));
        Assert.Equal(countsThem ? page.Packages.Count : null, page.Total);
    }

    [Fact]
    public async Task Search_ByATag_FindsTheVersionThatHasIt()
    {
        var arn = (await VersionAsync(9))!.Arn;
        await Service<IAmazonSageMaker>().AddTagsAsync(new AddTagsRequest { ResourceArn = arn, Tags = [new Tag { Key = "candidate_run_id", Value = "tagged-1" }] }, CancellationToken.None);

        var page = await Catalog.SearchAsync(new PackageQuery(null, [new PackageTerm.Carries("candidate_run_id", "tagged-1", Whole: true)]), null, CancellationToken.None);

        Assert.Equal("tagged-1", Assert.Single(page.Packages).Tags["candidate_run_id"]);
        Assert.Equal(9, Assert.IsType<CandidateFinding.Found>(await DiscoveryAsync("tagged-1")).Package.Version);
    }

    [Fact]
    public async Task Search_OfMoreThanAPage_GoesOnWhereItEnded()
    {
        var sageMaker = Service<IAmazonSageMaker>();
        for (var i = 0; i < 120; i++)
        {
            await sageMaker.CreateModelPackageAsync(new CreateModelPackageRequest { ModelPackageGroupName = "media-ranker", SourceUri = "s3://bucket/model.tar.gz" }, CancellationToken.None);
        }

        var first = await Catalog.SearchAsync(PackageQuery.Of("media-ranker"), null, CancellationToken.None);
        var second = await Catalog.SearchAsync(PackageQuery.Of("media-ranker"), first.Next, CancellationToken.None);

        Assert.Equal((100, 129, 29, null), (first.Packages.Count, first.Total, second.Packages.Count, second.Next));
        Assert.Equal(Enumerable.Range(5, 129).Reverse(), first.Packages.Concat(second.Packages).Select(package => package.Version));
    }

    [Fact]
    public async Task Find_ByNumber_TellsTheVersionOrNone()
    {
        Assert.Equal(ModelApproval.PendingManualApproval, (await VersionAsync(11))!.Approval);
        Assert.Null(await VersionAsync(4));
        Assert.Null(await Catalog.FindAsync("no-such-group", 1, CancellationToken.None));
    }

    private Task<ModelPackage?> VersionAsync(int version) => Catalog.FindAsync("media-ranker", version, CancellationToken.None);

    private Task<CandidateFinding> DiscoveryAsync(string runId) => new CandidateDiscovery(
        Catalog, Service<IModelRegistry>(), CanaryConsole.Core.Environments.EnvironmentDirectory.None, Microsoft.Extensions.Options.Options.Create(new RegistryOptions())).FindAsync("media-ranker", runId, null, CancellationToken.None);

    private static PackageTerm Term(string text) => text.Split(' ') switch
    {
        ["pending"] => new PackageTerm.HasApproval(ModelApproval.PendingManualApproval),
        ["version", var number] => new PackageTerm.IsVersion(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)),
        ["from", var day] => new PackageTerm.RegisteredFrom(Day(day)),
        ["before", var day] => new PackageTerm.RegisteredBefore(Day(day)),
        ["carries", var key, var value] => new PackageTerm.Carries(key, value),
        [_, var words] => new PackageTerm.Mentions(words),
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, "No such term."),
    };

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse($"{day}T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
