using CanaryConsole.Core.Hooks;
using Microsoft.Extensions.Options;

namespace CanaryConsole.Tests.Core.Hooks;

internal static class HookSamples
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    public static HookCall Call(string url, int seconds = 30) => new(
        new Hook("freeze-check", HookMoment.BeforeTraffic, url, TimeSpan.FromSeconds(seconds)), "media-ranker-20261121-1", "media-ranker", "challenger-v8", "media-ranker-v8", "9f86d081");

    public static IOptions<HookOptions> Allowing(string hosts, string key = Key) => Options.Create(new HookOptions { AllowedHosts = hosts, SigningKey = key });
}
