namespace CanaryConsole.Benchmarks.Guard;

/// <summary>What all rules see of one look: requests and bad ones of the challenger, of the champion, and of a baseline as large as the challenger.</summary>
internal readonly record struct TrafficWindow(int Challenger, int ChallengerBad, int Champion, int ChampionBad, int BaselineBad);
