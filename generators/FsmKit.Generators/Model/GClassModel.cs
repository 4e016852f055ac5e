namespace FsmKit.Generators.Model;

/// <summary>Result of the first step of the generator for a gclass: its model, or a fault.</summary>
/// <param name="Machine">The model; null without one.</param>
/// <param name="Fault">The exception that stopped the reading; null without one.</param>
internal sealed record GClassModel(MachineModel? Machine, GeneratorFault? Fault);
