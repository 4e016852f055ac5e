using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Places where a body is kept. Checks that no file is left.</summary>
public class BodyStoreTests
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_file_that_nobody_wants_any_more_goes_when_it_is_written(bool isGivenUpMeanwhile)
    {
        var body = new BodyStore();
        body.Add("in memory, "u8);
        body.BeginSpill();
        body.Spill("and in a file"u8, BodyFiles.System);
        Assert.True(body.IsInFile);
        if (isGivenUpMeanwhile)
        {
            body.Clear();
            Assert.True(body.IsInFile);
            body.EndSpill();
        }
        else
        {
            body.EndSpill();
            Assert.Equal("in memory, and in a file", await new StreamReader(body.Open()).ReadToEndAsync(TestContext.Current.CancellationToken));
            body.Clear();
        }

        Assert.False(body.IsInFile);
        Assert.Equal(0, body.Length);
    }
}
