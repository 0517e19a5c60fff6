using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CanaryConsole.Tests.Core.Artifacts;
using static Microsoft.Playwright.Assertions;

namespace CanaryConsole.Tests.Browser;

/// <summary>Somebody registers a version of a folder, sees what is wrong with its artifact, and cannot roll out one that lacks a file.</summary>
public sealed class RegisterTests(RunningConsole console) : BrowserStory<RunningConsole>(console)
{
    [ChromiumFact]
    public async Task Register_AFolderWithoutRequirements_IsSeenOnItsCard()
    {
        using (var s3 = new AmazonS3Client(
            new BasicAWSCredentials("sandbox", "sandbox"), new AmazonS3Config { ServiceURL = $"http://127.0.0.1:{Running.SandboxPort}/", AuthenticationRegion = "eu-central-1", ForcePathStyle = true }))
        {
            foreach (var (name, content) in ArchiveBuilder.Sound().Without("requirements.txt").Files())
            {
                await s3.PutObjectAsync(new PutObjectRequest { BucketName = "canaryconsole-sandbox", Key = $"fresh/{name}", ContentBody = Encoding.UTF8.GetString(content) });
            }
        }

        var page = await Running.OpenAsync("registry/register");
        await page.Locator("#group").FillAsync("no group");
        await Expect(page.Locator("#group-problem")).ToContainTextAsync("1 to 63 letters");
        await page.Locator("#group").FillAsync("fresh");
        await Expect(page.Locator("#group-problem")).ToHaveCountAsync(0);
        await page.Locator("#source-folder").CheckAsync();
        await page.Locator("#folder").FillAsync("s3://canaryconsole-sandbox/fresh/");
        await page.Locator("#image").FillAsync("fresh:1");
        await page.Locator("#metadata").FillAsync($"candidate_run_id = {ArchiveBuilder.Run}\ndata_version = {ArchiveBuilder.Data}");
        await page.Locator("#register").ClickAsync();
        await Expect(page.Locator("#registered")).ToContainTextAsync("fresh v1");

        await page.Locator("#check-artifact").ClickAsync();
        await Expect(page.Locator(".artifact header .chip")).ToHaveTextAsync("8 of 9 rules");
        await Expect(page.Locator("#artifact-rules .why")).ToHaveTextAsync("requirements.txt is missing at the root.");
    }

    [ChromiumFact]
    public async Task V12_InTheWizard_IsRefusedWithTheMissingFileNamed()
    {
        var page = await Running.OpenAsync("rollouts/new?endpoint=media-ranker&group=media-ranker&version=12");
        await page.Locator("#check-artifact").ClickAsync();
        await Expect(page.Locator("#artifact-rules .why")).ToHaveTextAsync("requirements.txt is missing at the root.");

        await page.ToStepAsync("review");
        await Expect(page.Locator("#review-refused")).ToContainTextAsync("requirements.txt is missing at the root");
        await page.Locator("#start-rollout").ClickAsync();
        await page.Locator("#confirm-start").ClickAsync();
        await Expect(page.Locator("#start-problems")).ToContainTextAsync("requirements.txt is missing at the root");
        Assert.Contains("\"rollouts\":[]", await Running.Http.GetStringAsync(new Uri("api/rollouts", UriKind.Relative)));
    }
}
