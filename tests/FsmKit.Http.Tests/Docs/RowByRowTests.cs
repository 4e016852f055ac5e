using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that the guide names a member and a test for each row of the ancestors, and that both exist.</summary>
public class RowByRowTests
{
    [Fact]
    public void Every_row_has_a_test_and_every_name_exists()
    {
        var table = new RowTable("http.md", typeof(RowByRowTests).Assembly,
            [.. typeof(GObj).Assembly.GetExportedTypes(), .. typeof(GSock).Assembly.GetExportedTypes(), .. typeof(GHttpServer).Assembly.GetExportedTypes()]);
        Assert.True(table.Count > 50);
        Assert.Equal("", table.Missing);
    }
}
