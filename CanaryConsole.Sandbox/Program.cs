namespace CanaryConsole.Sandbox; internal static class Program { private static void Main() { } }
