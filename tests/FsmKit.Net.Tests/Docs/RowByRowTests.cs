using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The guide says for each row of the ancestors what it is here and which test holds it: both exist.</summary>
public class RowByRowTests
{
    [Fact]
    public void Every_row_has_a_test_and_every_name_exists()
    {
        var table = new RowTable("network.md", typeof(RowByRowTests).Assembly,
            [.. typeof(GObj).Assembly.GetExportedTypes(), .. typeof(GSock).Assembly.GetExportedTypes(), .. typeof(SocketListener).Assembly.GetExportedTypes(), typeof(ObjectDisposedException), typeof(CancellationToken)]);
        Assert.True(table.Count > 100);
        Assert.Equal("", table.Missing);
    }
}
