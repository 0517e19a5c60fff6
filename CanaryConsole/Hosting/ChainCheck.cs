namespace CanaryConsole.Hosting;

internal static class ChainCheck { public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length); }
