using CanaryConsole.Core.Registry;

namespace CanaryConsole.Tests.Core.Registry;

public sealed class PackageSearchTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("   ", "")]
    [InlineData("run:run-1", "Carries { Key = candidate_run_id, Value = run-1, Whole = False }")]
    [InlineData("RUN:a:b", "Carries { Key = candidate_run_id, Value = a:b, Whole = False }")]
    [InlineData("commit:9f3c data:events@2026-11-18", "Carries { Key = git_commit, Value = 9f3c, Whole = False };Carries { Key = data_version, Value = events@2026-11-18, Whole = False }")]
    [InlineData("status:pending version:v12", "HasApproval { Approval = PendingManualApproval };IsVersion { Version = 12 }")]
    [InlineData("team:\"media and more\" slower", "Carries { Key = team, Value = media and more, Whole = False };Mentions { Text = slower }")]
    [InlineData("\"two words\"", "Mentions { Text = two words }")]
    [InlineData("\"never closed", "Mentions { Text = never closed }")]
    [InlineData("s3://models/x", "Mentions { Text = s3://models/x }")]
    [InlineData(":odd", "Mentions { Text = :odd }")]
    public void Read_Terms_AsTheyAreWritten(string? text, string terms)
    {
        var search = PackageSearch.Read(text, "candidate_run_id");

        Assert.Null(search.Problem);
        Assert.Equal(terms, string.Join(';', search.Terms));
    }

    [Theory]
    [InlineData("status:fine", "status: is \"fine\"; it must be approved, pending or rejected.")]
    [InlineData("version:x", "version: is \"x\"; it must be a number from 1, as in version:12.")]
    [InlineData("version:0", "version: is \"0\"; it must be a number from 1, as in version:12.")]
    [InlineData("from:monday", "from: is \"monday\"; it must be a day, as in from:2026-11-01.")]
    [InlineData("before:2026-13-01", "before: is \"2026-13-01\"; it must be a day, as in before:2026-11-01.")]
    [InlineData("run:", "run: needs a value, as in run:run-20261118.")]
    [InlineData("team: media", "team: needs a value, as in team:value.")]
    public void Read_ATermThatMakesNoSense_SaysWhich(string text, string problem)
    {
        var search = PackageSearch.Read(text, "candidate_run_id");

        Assert.Equal((0, problem), (search.Terms.Count, search.Problem));
    }

    [Fact]
    public void Read_MoreThanItsBounds_SaysThem()
    {
        Assert.Equal("The search has 201 characters; it may have 200.", PackageSearch.Read(new string('x', 201), "run").Problem);
        Assert.Equal("The search has 17 terms; it may have 16.", PackageSearch.Read(string.Join(' ', Enumerable.Repeat("x", 17)), "run").Problem);
    }

    [Fact]
    public void Read_FromAndBefore_AreDaysInUtc() => Assert.Equal(
        [new PackageTerm.RegisteredFrom(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero)), new PackageTerm.RegisteredBefore(new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.Zero))],
        PackageSearch.Read("from:2026-11-01 before:2026-11-03", "run").Terms);
}
