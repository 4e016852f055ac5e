using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Tests;

/// <summary>Choices as text.</summary>
public sealed class ChoiceTextTests
{
    [Theory]
    [InlineData("1:", new int[0], new int[0])]
    [InlineData("1:0", new[] { 0 }, new int[0])]
    [InlineData("1:/1", new int[0], new[] { 1 })]
    [InlineData("1:1.-3.z.10/1ekf.0.2", new[] { 1, 0, 0, 0, 35, 36 }, new[] { 65535, 0, 2 })]
    public void They_come_back(string text, int[] picks, int[] values)
    {
        Assert.Equal(text, ChoiceText.Write(new Choices(picks, values)));
        Assert.Equal(picks, ChoiceText.Read(text).Picks);
        Assert.Equal(values, ChoiceText.Read(text).Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2:1")]
    [InlineData("1:?")]
    [InlineData("1:-x")]
    [InlineData("1:1/2/3")]
    public void Another_text_is_none(string text) => Assert.Throws<FormatException>(() => ChoiceText.Read(text));
}
