using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>The pages about the machines of HTTP are drawn from their tables, and are up to date.</summary>
public class MachinePagesTests
{
    [Fact]
    public void The_page_of_a_machine_is_what_its_table_says() => Assert.All(
        [MachineDescription.Of<GHttpServer>(), MachineDescription.Of<GHttpCliSrv>()],
        static machine => Assert.Null(MachinePage.Fault(machine)));
}
