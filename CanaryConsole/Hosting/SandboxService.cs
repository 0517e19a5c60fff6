namespace CanaryConsole.Hosting;
