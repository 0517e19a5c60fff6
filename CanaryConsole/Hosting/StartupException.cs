namespace CanaryConsole.Hosting;

/// <summary>The console cannot start as it was asked to. The message is one sentence for the person who asked: the thing, the value, the bound, the remedy.</summary>
internal sealed class StartupException(string sentence, Exception? inner = null) : Exception(sentence, inner);
