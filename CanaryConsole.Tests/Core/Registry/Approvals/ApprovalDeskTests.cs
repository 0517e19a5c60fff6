using CanaryConsole.Core;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Tests.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Registry.Approvals;

public sealed class ApprovalDeskTests : IDisposable
{
    private readonly MonitorBench _bench = new();

    private IApprovalDesk Desk => _bench.Service<IApprovalDesk>();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Set_APendingVersion_IsWrittenReadBackAndKept()
    {
        var accepted = Assert.IsType<ApprovalResult.Accepted>(await SetAsync(ModelApproval.Approved, "evaluated\r\nby hand", ModelApproval.PendingManualApproval));

        Assert.Equal((ModelApproval.Approved, "evaluated by hand", 1), _bench.Cloud.Approvals[11]);
        Assert.IsType<ApprovalStanding.Bound>(accepted.Now.Standing);
        var entry = Assert.Single(accepted.Now.History);
        Assert.Equal(("ann", ModelApproval.Approved, "evaluated by hand", ApprovalOutcome.Taken), (entry.Actor, entry.Approval, entry.Comment, entry.Outcome));
        Assert.Equal(_bench.Cloud.Digest, entry.Binding!.Artifact);
        Assert.Equal(64, entry.Binding.Package.Length);
    }

    [Fact]
    public async Task Set_WithAnotherStatusThanExpected_ShowsWhoseChangeItIsAndWritesNothing()
    {
        _bench.Cloud.Approvals[11] = (ModelApproval.Rejected, "too slow", 2);

        var refused = Refused(await SetAsync(ModelApproval.Approved, "", ModelApproval.PendingManualApproval));

        Assert.Equal((RefusalKind.Conflict, "expectedStatus"), (refused.Kind, refused.Field));
        Assert.Equal(
            "media-ranker v11 was changed by arn:aws:iam::123456789012:user/bob at 2026-11-01 02:00:00 UTC in the meantime and is rejected now, with \"too slow\"; nothing was changed here. Look at it again.",
            refused.Reason);
        Assert.DoesNotContain("Approve", _bench.Cloud.Calls);
    }

    [Fact]
    public async Task Set_WhileSomebodyElseWrites_IsNotWrittenOverThem()
    {
        _bench.Cloud.Meanwhile.Enqueue(() => { });
        _bench.Cloud.Meanwhile.Enqueue(() => _bench.Cloud.Approvals[11] = (ModelApproval.Rejected, "too slow", 1));

        var refused = Refused(await SetAsync(ModelApproval.Approved, "", ModelApproval.PendingManualApproval));

        Assert.Equal(RefusalKind.Conflict, refused.Kind);
        Assert.Equal(ModelApproval.Rejected, _bench.Cloud.Approvals[11].Approval);
        var entry = Assert.Single((await ReadAsync()).History);
        Assert.Equal((ApprovalOutcome.NotTaken, refused.Reason), (entry.Outcome, entry.Problem));
    }

    [Fact]
    public async Task Set_LookedAtBeforeAnotherChange_IsAConflictEvenWithTheSameStatus()
    {
        var seen = (await ReadAsync()).Description.LastModified;
        _bench.Cloud.Approvals[11] = (ModelApproval.PendingManualApproval, "look again", 3);

        var refused = Refused(await Desk.SetAsync(
            new ApprovalRequest("media-ranker", 11, ModelApproval.Approved, "", ModelApproval.PendingManualApproval, seen), "ann", CancellationToken.None));

        Assert.Equal(RefusalKind.Conflict, refused.Kind);
    }

    [Fact]
    public async Task Set_ThatTheRegistryRefuses_IsKeptAsNotTaken()
    {
        _bench.Cloud.Fail["Approve"] = new CloudException(CloudFailure.AccessDenied, "UpdateModelPackage is not allowed.");

        var refused = Refused(await SetAsync(ModelApproval.Approved, ""));

        Assert.Equal((RefusalKind.Unavailable, "UpdateModelPackage is not allowed."), (refused.Kind, refused.Reason));
        Assert.Equal(ApprovalOutcome.NotTaken, Assert.Single((await ReadAsync()).History).Outcome);
    }

    [Fact]
    public async Task Set_AfterAnother_IsItsUndoing()
    {
        await SetAsync(ModelApproval.Approved, "good");
        await SetAsync(ModelApproval.PendingManualApproval, "too early");

        var now = await ReadAsync();
        Assert.Equal([ModelApproval.PendingManualApproval, ModelApproval.Approved], now.History.Select(entry => entry.Approval));
        Assert.Equal(new ApprovalStanding.NotApproved(ModelApproval.PendingManualApproval), now.Standing);
    }

    [Theory]
    [InlineData(11, ModelApproval.Rejected, " ", RefusalKind.Invalid, "comment", "comment is missing; a rejection says why.")]
    [InlineData(99, ModelApproval.Approved, "", RefusalKind.NotFound, "version", "version is 99; group media-ranker has no such version.")]
    public async Task Set_WhatCannotBe_NamesTheField(int version, ModelApproval approval, string comment, RefusalKind kind, string field, string reason) => Assert.Equal(
        new ApprovalResult.Refused(kind, field, reason),
        await Desk.SetAsync(new ApprovalRequest("media-ranker", version, approval, comment), "ann", CancellationToken.None));

    [Fact]
    public async Task Set_WithTooLongAComment_SaysTheBound() => Assert.Equal(
        "comment has 1025 characters; it may have 1024.", Refused(await SetAsync(ModelApproval.Approved, new string('x', 1025))).Reason);

    [Fact]
    public async Task Read_ApprovedElsewhere_SaysOutside() =>
        Assert.IsType<ApprovalStanding.Outside>((await Desk.ReadAsync("media-ranker", 8, CancellationToken.None))!.Standing);

    [Fact]
    public async Task Read_WhereTheConsoleEndedHalfway_CountsWhatTheRegistryShows()
    {
        await _bench.Service<ApprovalLog>().TryAppendAsync(
            "media-ranker", 11, 0, new ApprovalEvent.ApprovalAsked(ModelApproval.Approved, "good", ModelApproval.PendingManualApproval, new ApprovalBinding("other", _bench.Cloud.Digest)), "ann", CancellationToken.None);
        _bench.Cloud.Approvals[11] = (ModelApproval.Approved, "good", 1);

        Assert.IsType<ApprovalStanding.Void>((await ReadAsync()).Standing);
    }

    [Fact]
    public async Task Start_WithAnApprovalThatStillHolds_Begins()
    {
        await SetAsync(ModelApproval.Approved, "good");

        await _bench.StartAsync(Eleven);
    }

    [Theory]
    [InlineData(true, false, "its inference specification or metadata have changed since")]
    [InlineData(false, true, "its artifact has changed since")]
    [InlineData(true, true, "its artifact, and its inference specification or metadata, have changed since")]
    public async Task Start_AfterPackageOrArtifactChanged_IsRefusedAsVoid(bool package, bool artifact, string why)
    {
        await SetAsync(ModelApproval.Approved, "good");
        _bench.Cloud.PackageContent = package ? "another image" : _bench.Cloud.PackageContent;
        _bench.Cloud.Digest = artifact ? new ArtifactDigest("beef", "S3 ETag") : _bench.Cloud.Digest;

        var refused = Assert.IsType<CommandResult.Refused>(await _bench.Rollouts.StartAsync(Eleven, "ann", CancellationToken.None));

        Assert.Equal((RefusalKind.Conflict, "packageVersion"), (refused.Kind, refused.Field));
        Assert.EndsWith($"UTC, and {why}: the approval is void. Look at it and approve it again.", refused.Reason);
        Assert.Equal(why, Assert.IsType<ApprovalStanding.Void>((await ReadAsync()).Standing).Why);
    }

    [Fact]
    public async Task Start_AfterAVoidApprovalWasGivenAgain_Begins()
    {
        await SetAsync(ModelApproval.Approved, "good");
        _bench.Cloud.PackageContent = "another image";
        await SetAsync(ModelApproval.Approved, "still good");

        await _bench.StartAsync(Eleven);
    }

    [Fact]
    public async Task Add_ARejectionByARollout_StandsOnceInTheHistory()
    {
        var log = _bench.Service<ApprovalLog>();
        var rejected = new ApprovalEvent.RejectedByRollout("media-ranker-20261121-1", "error rate");
        await log.AddAsync("media-ranker", 11, rejected, RolloutInput.Monitor, CancellationToken.None);
        await log.AddAsync("media-ranker", 11, rejected, RolloutInput.Monitor, CancellationToken.None);

        var entry = Assert.Single((await ReadAsync()).History);
        Assert.Equal((ModelApproval.Rejected, "media-ranker-20261121-1"), (entry.Approval, entry.Rollout));
    }

    private static RolloutRequest Eleven => MonitorBench.Request() with { PackageVersion = 11 };

    private Task<ApprovalResult> SetAsync(ModelApproval approval, string comment, ModelApproval? expected = null) =>
        Desk.SetAsync(new ApprovalRequest("media-ranker", 11, approval, comment, expected), "ann", CancellationToken.None);

    private async Task<PackageApprovals> ReadAsync() => (await Desk.ReadAsync("media-ranker", 11, CancellationToken.None))!;

    private static ApprovalResult.Refused Refused(ApprovalResult result) => Assert.IsType<ApprovalResult.Refused>(result);
}
