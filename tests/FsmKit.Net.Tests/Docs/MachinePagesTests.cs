using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The pages about the product's machines are drawn from their tables, and are up to date.</summary>
public class MachinePagesTests
{
    private static readonly MachineDescription[] Machines =
    [
        MachineDescription.Of<GTimer>(),
        MachineDescription.Of<GSock>(),
        MachineDescription.Of<GServerSock>(),
        MachineDescription.Of<GConnex>(),
        MachineDescription.Of<GRequester>(),
        MachineDescription.Of<GPipe>(),
        MachineDescription.Of<GSocketService>(),
    ];

    [Fact]
    public void The_page_of_a_machine_is_what_its_table_says() => Assert.All(Machines, static machine => Assert.Null(MachinePage.Fault(machine)));

    [Fact]
    public void The_reviewed_table_of_a_machine_is_what_the_program_does() => Assert.All(Machines, static machine => Assert.Null(ReviewedTableFile.Fault(machine, "src")));
}
