using CanaryConsole.Sandbox.Containers;

namespace CanaryConsole.Tests.Sandbox.Containers;

public sealed class ContainerTests
{
    private readonly Container _container = new("primary", new Uri("http://127.0.0.1:9001"));

    [Fact]
    public void AnswersPing_UntilTheFirstAnswer_IsFalse()
    {
        Assert.False(_container.AnswersPing);

        _container.Report(answered: true);
        Assert.True(_container.AnswersPing);
    }

    [Fact]
    public void AnswersPing_ThreeMissedInARow_IsFalseUntilTheNextAnswer()
    {
        Report(true, false, false, true, false, false);
        Assert.True(_container.AnswersPing);

        Report(false);
        Assert.False(_container.AnswersPing);

        Report(true);
        Assert.True(_container.AnswersPing);
    }

    private void Report(params bool[] answers) => Array.ForEach(answers, _container.Report);
}
