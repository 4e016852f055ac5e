using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that the guide names a member and a test for each row of the ancestors, and that both exist.</summary>
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
