import type { KernelEvidence } from '#formats/kernel';

/** What is known of a release beyond its components' own facts. */
export type ReleaseContext = {
  /** Model, part numbers, SoC, board: as written, or as CPE names of hardware. */
  hardware: readonly string[];
  /** Whether SoC, board and model are all among them, so that what is not named is not there. */
  isHardwareComplete: boolean;
  /** "Linux", "FreeRTOS"; null when not known. */
  operatingSystem: string | null;
  /** The keys of all components' candidates, with the components' versions. */
  components: readonly { key: string; version: string | null }[];
  kernel: KernelEvidence | null;
};

const linux = 'cpe:a:linux:linux_kernel';

/** The operating system that the components tell: whatever has the kernel of Linux runs on it. */
export function systemOf(components: ReleaseContext['components']): string | null {
  return components.some(({ key }) => key === linux) ? 'Linux' : null;
}
