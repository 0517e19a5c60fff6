using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Serving;
using CanaryConsole.Presentation.Registry;
using static CanaryConsole.Tests.Components.SnapshotBuilder;

namespace CanaryConsole.Tests.Presentation.Registry;

public sealed class RegistryRowTests
{
    [Fact]
    public void Of_ServedVersion_SaysWhereAndHowMuch()
    {
        var endpoint = Endpoint(variants: [Variant(weight: 75), Variant("challenger-v8", "media-ranker-v8", 25)]);

        var row = RegistryRow.Of(Package(version: 8), Snapshot([endpoint]), Nothing);

        var place = Assert.Single(row.Places);
        Assert.Equal(("media-ranker", "challenger-v8", 25), (place.Endpoint, place.Variant, place.Share.Percent));
    }

    [Theory]
    [InlineData(ModelApproval.Approved, "/rollouts/new?group=media-ranker&version=8")]
    [InlineData(ModelApproval.PendingManualApproval, null)]
    [InlineData(ModelApproval.Rejected, null)]
    public void Of_Approval_DecidesWhetherItCanBeRolledOut(ModelApproval approval, string? href) =>
        Assert.Equal(href, RegistryRow.Of(Package(approval: approval), Snapshot(), Nothing).RollOutHref);

    [Fact]
    public void Of_Lineage_HasTheKnownFirstAndShortensHashes()
    {
        var hash = "sha256:" + new string('5', 64);
        var package = Package() with
        {
            Metadata = new Dictionary<string, string> { ["auc"] = "0.87", ["metrics_hash"] = hash, ["candidate_run_id"] = "run-of-the-night-of-the-20th-of-november" },
        };

        var lineage = RegistryRow.Of(package, Snapshot(), Nothing).Lineage;

        Assert.Equal(
            [new LineageItem("run", "run-of-the-night-of-the-20th-of-november", "run-of-the-night-of-the-20th-of-november"), new LineageItem("metrics", new string('5', 12), hash), new LineageItem("auc", "0.87", "0.87")],
            lineage);
    }

    private static readonly ILookup<string, ServedStay> Nothing = Array.Empty<ServedStay>().ToLookup(stay => stay.Model);

    private static ModelPackage Package(int version = 8, ModelApproval approval = ModelApproval.Approved) => new(
        "media-ranker",
        version,
        $"arn:aws:sagemaker:eu-central-1:000000000000:model-package/media-ranker/{version}",
        approval,
        Now.AddDays(-3),
        "a little faster",
        null,
        "s3://models/media-ranker/model.tar.gz",
        new Dictionary<string, string> { ["candidate_run_id"] = "run-20261118-0412" });
}
