namespace FsmKit.Generators.Model;

/// <summary>What the first step of the generator makes of a gclass: its model, or why there is none.</summary>
/// <param name="Machine">The model, or null.</param>
/// <param name="Fault">The exception that kept it from being read, or null.</param>
internal sealed record GClassModel(MachineModel? Machine, GeneratorFault? Fault);
