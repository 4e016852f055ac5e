using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The pages about the product's machines are drawn from their tables, and are up to date.</summary>
public class MachinePagesTests
{
    [Fact]
    public void The_page_of_a_machine_is_what_its_table_says() => Assert.All(
        [
            MachineDescription.Of<GTimer>(),
            MachineDescription.Of<GSock>(),
            MachineDescription.Of<GServerSock>(),
            MachineDescription.Of<GConnex>(),
            MachineDescription.Of<GSocketService>(),
        ],
        static machine => Assert.Null(MachinePage.Fault(machine)));
}
